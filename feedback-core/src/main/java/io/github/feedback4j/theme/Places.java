package io.github.feedback4j.theme;

import java.util.Arrays;
import java.util.List;

/** Finds the places of trees; room that is used again. */
final class Places {

  // Each tree gives a row of places, sorted by start and then by end, so that what stands behind a
  // place is found by halving. Words, phrases and choices give all their places, one inside of
  // another too: "half an hour" may be near enough where "an hour" is not. Neighbours give the
  // least
  // places. The rows stand behind each other on one stack. A place is one number, its first token
  // and its last.

  private static final int TO_BITS = 32;

  /** So many places stand on the stack; trees have no more. */
  private static final int MOST = 4 * Matches.MOST_PLACES;

  // What the tree that was marked last looks for at a token.
  private static final int IN_PLACE = 1;
  private static final int IN_CONDITION = 2;
  private static final int MARK_BITS = 2;

  private final Matches matches;
  private final Clauses clauses;
  private final Hidden hidden;

  long[] stack = new long[64];
  private int top;
  private int theme;

  // The rows of the conditions that were found last stand behind each other on the stack.
  private int[] conditionEnd = new int[8];
  private int conditions;
  private Scope conditionScope = Scope.SENTENCE;

  private int[] marks = new int[64];
  private int round;
  private boolean isFresh;

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
    isFresh = true;
    add(tree, Scope.SENTENCE);
    return top;
  }

  /** Adds the places of a tree to the top of the stack. */
  private void add(Node node, Scope scope) {
    int base = top;
    if (matches.isSpent()) {
      return;
    }
    if (node instanceof Node.Literals literals) {
      for (int i = 0; i < literals.size(); i++) {
        addLiteral(literals.number(i));
      }
      sort(base);
    } else if (node instanceof Node.Any any) {
      for (int i = 0; i < any.parts().size(); i++) {
        add(any.parts().get(i), scope);
      }
      sort(base);
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
    if (top == MOST) {
      return;
    }
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
      matches.steps++;
      if (!hidden.covers(theme, matches.placeFrom[i], matches.placeTo[i])) {
        push(matches.placeFrom[i], matches.placeTo[i]);
      }
    }
  }

  /** Sorts the row from {@code base} on, and drops what is in it already. */
  private void sort(int base) {
    boolean isSorted = true;
    for (int i = base + 1; i < top; i++) {
      isSorted &= stack[i] > stack[i - 1];
    }
    if (isSorted) {
      return;
    }
    Arrays.sort(stack, base, top);
    int kept = base + 1;
    for (int i = base + 1; i < top; i++) {
      if (stack[i] != stack[i - 1]) {
        stack[kept++] = stack[i];
      }
    }
    top = kept;
  }

  /** Sorts the row from {@code base} on, and keeps of two places one inside the other the inner. */
  private void keepLeast(int base) {
    sort(base);
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
    if (middle > base) {
      add(near.right(), scope);
    }
    int end = top;
    for (int i = base; i < middle; i++) {
      addNext(stack[i], middle, end, near.distance(), scope);
    }
    for (int i = middle; i < end && !near.ordered(); i++) {
      addNext(stack[i], base, middle, near.distance(), scope);
    }
    shift(base, end);
    keepLeast(base);
  }

  /** Adds the least place that begins with one and ends with one near behind it, if there is any. */
  private void addNext(long first, int base, int end, int distance, Scope scope) {
    int least = Integer.MAX_VALUE;
    for (int i = firstBehind(to(first), base, end); i < end; i++) {
      matches.steps++;
      if (from(stack[i]) > least || !isNear(first, stack[i], distance, scope)) {
        break;
      }
      least = Math.min(least, to(stack[i]));
    }
    if (least < Integer.MAX_VALUE) {
      push(from(first), least);
    }
  }

  /** Returns the first of a row that starts behind a token, or {@code end}. */
  private int firstBehind(int token, int base, int end) {
    int low = base;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (from(stack[middle]) <= token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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
    for (int n = 0; n < others.size() && top > base; n++) {
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
      if (clauses.negationOf(from(stack[i]), to(stack[i])) != 0) {
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
   * Finds the places of the conditions of a tree, the other parts of "a & b", and returns how many
   * conditions it has.
   */
  int findConditions(Node tree, int ofTheme) {
    top = 0;
    theme = ofTheme;
    conditions = 0;
    conditionScope = Scope.SENTENCE;
    Node inner = tree;
    while (inner instanceof Node.Within within) {
      conditionScope = within.scope();
      inner = within.part();
    }
    if (inner instanceof Node.All all) {
      for (Node each : all.with()) {
        if (conditions == conditionEnd.length) {
          conditionEnd = Arrays.copyOf(conditionEnd, 2 * conditions);
        }
        add(each, conditionScope);
        conditionEnd[conditions++] = top;
      }
    }
    return conditions;
  }

  /**
   * Returns the first place of a condition that was found last, by its number, in the same scope as a
   * token, or -1.
   */
  long condition(int number, int token) {
    int wanted = scope(conditionScope, token);
    int low = number == 0 ? 0 : conditionEnd[number - 1];
    int end = conditionEnd[number];
    int high = end;
    // Scopes are numbered as they come, and places are sorted.
    while (low < high) {
      int middle = (low + high) >>> 1;
      matches.steps++;
      if (scope(conditionScope, from(stack[middle])) < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < end && scope(conditionScope, from(stack[low])) == wanted ? stack[low] : -1;
  }

  /**
   * Returns what negates a place of the tree that was found last, as a role's number plus 1, or 0.
   *
   * <p>A negation between the words of the place counts too ("the connection was not lost"), but
   * none that the tree looks for.
   */
  int negationOf(Node tree, int from, int to) {
    int last = clauses.negation[to];
    int first = clauses.negation[from];
    if (last == 0 && first == 0) {
      return 0;
    }
    if (isFresh) {
      mark(tree);
      isFresh = false;
    }
    if (last != 0 && turnsRound(last - 1, from, to)) {
      return last;
    }
    boolean isOutside = first != 0 && clauses.isOutside(first - 1, from, to);
    return isOutside && turnsRound(first - 1, from, to) ? first : 0;
  }

  private boolean turnsRound(int role, int from, int to) {
    int wanted = clauses.isOutside(role, from, to) ? IN_CONDITION : IN_PLACE;
    for (int t = matches.roleFrom[role]; t <= matches.roleTo[role]; t++) {
      if (isMarked(t, wanted)) {
        return false;
      }
    }
    if (clauses.isConcord(role)) {
      for (int t = from; t <= to; t++) {
        if (clauses.isConcordAt(t) && isMarked(t, IN_PLACE)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isMarked(int token, int mark) {
    return marks[token] >>> MARK_BITS == round && (marks[token] & mark) != 0;
  }

  /** Marks the words that a tree looks for, those of its place and those of its conditions. */
  private void mark(Node tree) {
    if (marks.length < matches.tokens.count) {
      marks = new int[matches.tokens.count + matches.tokens.count / 2];
    }
    round = (round + 1) & (-1 >>> MARK_BITS);
    mark(tree, IN_PLACE);
  }

  private void mark(Node node, int mark) {
    if (node instanceof Node.Literals literals) {
      for (int i = 0; i < literals.size(); i++) {
        markLiteral(literals.number(i), mark);
      }
    } else if (node instanceof Node.Any any) {
      for (int i = 0; i < any.parts().size(); i++) {
        mark(any.parts().get(i), mark);
      }
    } else if (node instanceof Node.Near near) {
      mark(near.left(), mark);
      mark(near.right(), mark);
    } else if (node instanceof Node.All all) {
      mark(all.place(), mark);
      for (int i = 0; i < all.with().size(); i++) {
        mark(all.with().get(i), IN_CONDITION);
      }
    } else if (node instanceof Node.Negated negated) {
      mark(negated.part(), mark);
    } else if (node instanceof Node.Within within) {
      mark(within.part(), mark);
    }
  }

  private void markLiteral(int literal, int mark) {
    if (!matches.has(literal)) {
      return;
    }
    for (int i = matches.firstPlace[literal]; i >= 0; i = matches.nextPlace[i]) {
      for (int t = matches.placeFrom[i]; t <= matches.placeTo[i]; t++) {
        matches.steps++;
        int known = marks[t] >>> MARK_BITS == round ? marks[t] : round << MARK_BITS;
        marks[t] = known | mark;
      }
    }
  }
}
