package io.github.feedback4j.client;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The kinds of threads that an application may give to the client. */
enum HostThreads {
  PLATFORM {
    @Override
    ExecutorService executor() {
      return Executors.newFixedThreadPool(64);
    }
  },
  VIRTUAL {
    @Override
    ExecutorService executor() {
      try {
        return (ExecutorService) MethodHandles.publicLookup()
            .findStatic(
                Executors.class,
                "newVirtualThreadPerTaskExecutor",
                MethodType.methodType(ExecutorService.class))
            .invokeExact();
      } catch (Throwable e) {
        throw new IllegalStateException("this JDK makes no virtual threads", e);
      }
    }
  };

  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  /** Returns an executor, to be shut down by whoever asked for it. */
  abstract ExecutorService executor();

  /** Returns the kinds that the JDK has which runs this. */
  static List<HostThreads> ofThisJdk() {
    return Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS
        ? List.of(PLATFORM, VIRTUAL)
        : List.of(PLATFORM);
  }
}
