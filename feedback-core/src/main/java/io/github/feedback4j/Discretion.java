package io.github.feedback4j;

import io.github.feedback4j.privacy.BatchRelease;
import io.github.feedback4j.privacy.SmallGroupGuard;
import org.jspecify.annotations.Nullable;

/**
 * What protects people on a dashboard.
 *
 * @param guard hides small groups
 * @param batches holds new answers back until enough of them are there; null to show them at once
 */
record Discretion(SmallGroupGuard guard, @Nullable BatchRelease batches) {}
