package io.github.feedback4j.theme;

import java.util.Arrays;
import java.util.List;

/** Finds the places of trees; room that is used again. */
final class Places {

  // Each tree gives a row of places, sorted, none inside of another: then starts and ends both
  // rise,
  // and two rows are compared by walking along both once. The rows stand behind each other on one
  // stack. A place is one number, its first token and its last.

  private static final int TO_BITS = 32;

  private final Matches matches;
  private final Clauses clauses;
  private final Hidden hidden;

  long[] stack = new long[64];
  private int top;
  private int theme;

  Places(Matches matches, Clauses clauses, Hidden hidden) {
    this.matches = matches;
    this.clauses = clauses;
    this.hidden = hidden;
  }

  static int from(long place) {
    return (int) (place >>> TO_BITS);
  }

  static int to(long place) {
    return (int) place;
  }

  /** Returns how many places a tree has; they stand at the bottom of the {@link #stack}. */
  int find(Node tree, int ofTheme) {
    top = 0;
    theme = ofTheme;
    add(tree, Scope.SENTENCE);
    return top;
  }

  /** Adds the places of a tree to the top of the stack. */
  private void add(Node node, Scope scope) {
    int base = top;
    if (node instanceof Node.Literals literals) {
      for (int i = 0; i < literals.numbers().size(); i++) {
        addLiteral(literals.numbers().get(i));
      }
      keepLeast(base);
    } else if (node instanceof Node.Any any) {
      for (int i = 0; i < any.parts().size(); i++) {
        add(any.parts().get(i), scope);
      }
      keepLeast(base);
    } else if (node instanceof Node.Near near) {
      addNear(near, scope);
    } else if (node instanceof Node.All all) {
      addAll(all, scope);
    } else if (node instanceof Node.Negated negated) {
      add(negated.part(), scope);
      keepNegated(base);
    } else if (node instanceof Node.Within within) {
      add(within.part(), within.scope());
    }
  }

  private void push(int from, int to) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, 2 * top);
    }
    stack[top++] = (long) from << TO_BITS | to;
  }

  private void addLiteral(int literal) {
    if (!matches.has(literal)) {
      return;
    }
    for (int i = matches.firstPlace[literal]; i >= 0; i = matches.nextPlace[i]) {
      if (!hidden.covers(theme, matches.placeFrom[i], matches.placeTo[i])) {
        push(matches.placeFrom[i], matches.placeTo[i]);
      }
    }
  }

  /** Sorts the row from {@code base} on, and keeps of two places one inside the other the inner. */
  private void keepLeast(int base) {
    boolean isSorted = true;
    for (int i = base + 1; i < top; i++) {
      isSorted &= from(stack[i]) > from(stack[i - 1]) && to(stack[i]) > to(stack[i - 1]);
    }
    if (isSorted) {
      return;
    }
    Arrays.sort(stack, base, top);
    int least = Integer.MAX_VALUE;
    int kept = top;
    for (int i = top - 1; i >= base; i--) {
      // Of places with the same start the shortest comes first, and is met last.
      boolean sameStart = kept < top && from(stack[kept]) == from(stack[i]);
      if (sameStart) {
        stack[kept] = stack[i];
        least = to(stack[i]);
      } else if (to(stack[i]) < least) {
        least = to(stack[i]);
        stack[--kept] = stack[i];
      }
    }
    int size = top - kept;
    System.arraycopy(stack, kept, stack, base, size);
    top = base + size;
  }

  private void addNear(Node.Near near, Scope scope) {
    int base = top;
    add(near.left(), scope);
    int middle = top;
    add(near.right(), scope);
    int end = top;
    int right = middle;
    int before = middle - 1;
    for (int i = base; i < middle; i++) {
      long left = stack[i];
      while (right < end && from(stack[right]) <= to(left)) {
        right++;
      }
      matches.steps++;
      if (right < end && isNear(left, stack[right], near.distance(), scope)) {
        push(from(left), to(stack[right]));
      }
      if (!near.ordered()) {
        while (before + 1 < end && to(stack[before + 1]) < from(left)) {
          before++;
        }
        if (before >= middle && isNear(stack[before], left, near.distance(), scope)) {
          push(from(stack[before]), to(left));
        }
      }
    }
    shift(base, end);
    keepLeast(base);
  }

  private boolean isNear(long first, long second, int distance, Scope scope) {
    int between = matches.tokens.place[from(second)] - matches.tokens.place[to(first)] - 1;
    return between <= distance && scope(scope, to(first)) == scope(scope, from(second));
  }

  private void addAll(Node.All all, Scope scope) {
    int base = top;
    add(all.place(), scope);
    keep(all.with(), base, scope, true);
    keep(all.without(), base, scope, false);
  }

  /** Keeps the places in whose scope each of the others is, or is not. */
  private void keep(List<Node> others, int base, Scope scope, boolean wanted) {
    for (int n = 0; n < others.size(); n++) {
      int middle = top;
      add(others.get(n), scope);
      int other = middle;
      int kept = base;
      for (int i = base; i < middle; i++) {
        int mine = scope(scope, from(stack[i]));
        while (other < top && scope(scope, from(stack[other])) < mine) {
          other++;
        }
        matches.steps++;
        boolean isThere = other < top && scope(scope, from(stack[other])) == mine;
        if (isThere == wanted) {
          stack[kept++] = stack[i];
        }
      }
      top = kept;
    }
  }

  private void keepNegated(int base) {
    int kept = base;
    for (int i = base; i < top; i++) {
      if (clauses.negationOf(from(stack[i]), to(stack[i]), true) != 0) {
        stack[kept++] = stack[i];
      }
    }
    top = kept;
  }

  /** Moves the row that starts at {@code end} down to {@code base}. */
  private void shift(int base, int end) {
    int size = top - end;
    System.arraycopy(stack, end, stack, base, size);
    top = base + size;
  }

  private int scope(Scope scope, int token) {
    return switch (scope) {
      case CLAUSE -> clauses.clause[token];
      case SENTENCE -> matches.tokens.sentence[token];
      case COMMENT -> 0;
    };
  }

  /**
   * Returns where the first place of a tree's condition stands in the same scope as a token, or -1.
   */
  long condition(Node condition, Scope scope, int token, int ofTheme) {
    top = 0;
    theme = ofTheme;
    add(condition, scope);
    for (int i = 0; i < top; i++) {
      if (scope(scope, from(stack[i])) == scope(scope, token)) {
        return stack[i];
      }
    }
    return -1;
  }
}
