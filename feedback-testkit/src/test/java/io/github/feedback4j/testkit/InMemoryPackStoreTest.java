package io.github.feedback4j.testkit;

import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.ResponseStore;

class InMemoryPackStoreTest extends PackStoreContract {

  private final InMemoryResponseStore store = new InMemoryResponseStore();

  @Override
  protected ResponseStore store() {
    return store;
  }
}
