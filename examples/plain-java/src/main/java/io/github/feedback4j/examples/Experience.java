package io.github.feedback4j.examples;

/**
 * A ticket together with how its requester felt about it.
 *
 * <p>Only {@link RespondentModel} looks at the feeling. What goes to feedback4j is the ticket, so
 * whatever the scores find, they find in the answers.
 *
 * @param ticket what the service desk knows
 * @param satisfaction what nobody knows: from 1, very dissatisfied, to 5, very satisfied
 */
record Experience(Ticket ticket, double satisfaction) {}
