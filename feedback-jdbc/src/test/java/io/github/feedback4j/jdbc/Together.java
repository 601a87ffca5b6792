package io.github.feedback4j.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs calls at the same time, each in a thread of its own. */
final class Together {

  private Together() {}

  static <T> List<T> run(List<Callable<T>> calls) throws Exception {
    CyclicBarrier start = new CyclicBarrier(calls.size());
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> each : calls) {
        futures.add(threads.submit(() -> {
          start.await(30, TimeUnit.SECONDS);
          return each.call();
        }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : futures) {
        results.add(each.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
