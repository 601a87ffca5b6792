/**
 * What it costs to hand records to somebody who sends them on, and what is lost while the network
 * misbehaves. {@code DeliveryReport} is the throughput, {@code SoakReport} the long run with faults.
 */
package io.github.feedback4j.benchmarks.delivery;
