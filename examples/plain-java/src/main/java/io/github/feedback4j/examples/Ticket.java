package io.github.feedback4j.examples;

import java.time.Instant;

/**
 * A closed ticket as a service desk knows it, so without what its requester felt.
 *
 * @param id the key of the ticket
 * @param resolution 1 when it was closed first, 2 when it was closed again after a reopening
 * @param openedAt when it was opened, or opened again
 * @param closedAt when it was closed, after {@code openedAt}
 * @param requester the id of the person who needed help
 * @param language the language of that person as a BCP-47 tag
 * @param team the team that closed it
 * @param channel the way in, such as portal or phone
 * @param service the service concerned
 * @param priority from {@code low} to {@code critical}
 * @param slaMet whether it was closed within the agreed time
 */
record Ticket(
    String id,
    int resolution,
    Instant openedAt,
    Instant closedAt,
    String requester,
    String language,
    String team,
    String channel,
    String service,
    String priority,
    boolean slaMet) {}
