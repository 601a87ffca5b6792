/**
 * Keeps contacts and counts in the application's Redis, for several nodes that share them.
 *
 * <p>There only where {@code feedback4j.ledger=redis} chooses it, over the {@code
 * RedisConnectionFactory} that the application has anyway: no connection, pool or thread of ours.
 * Read {@code RedisLedger} first. Every command and every script touches one key, so a cluster will
 * do. What Redis says about a failure may repeat keys, so it goes into no message.
 */
@NullMarked
package io.github.feedback4j.spring.redis;

import org.jspecify.annotations.NullMarked;
