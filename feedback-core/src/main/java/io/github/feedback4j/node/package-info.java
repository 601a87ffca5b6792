/**
 * Files as nodes that know where they stand, for whoever reads surveys, policies and theme packs.
 *
 * <p>Read {@link io.github.feedback4j.node.NodeReader} first. What is in a file, and what is wrong
 * with it, is for the packages that read it to say: here is only what YAML and JSON have in common,
 * the bounds that keep any file cheap, and the advice that every file deserves. The module does not
 * export this package, and no public type of the others shows one of its types.
 */
@NullMarked
package io.github.feedback4j.node;

import org.jspecify.annotations.NullMarked;
