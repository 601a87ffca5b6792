/**
 * What a comment is about: theme packs, and the tagger that finds their themes in a text.
 *
 * <p>Read {@link io.github.feedback4j.theme.ThemeTagger} first, then {@link
 * io.github.feedback4j.theme.ThemePack}. A pack is data and speaks several languages; {@link
 * io.github.feedback4j.theme.ThemePacks} has one for service desks, and {@link
 * io.github.feedback4j.theme.ThemePackReader} reads others from files. What an item looks for is a
 * {@link io.github.feedback4j.theme.Rule}. {@link io.github.feedback4j.theme.ThemeTuner} improves a
 * pack with comments. Set-up fails fast with {@link java.lang.IllegalArgumentException} that names
 * theme, rule and constraint; tagging never throws, whatever the text. There is no model and no
 * network: the same pack and the same text give the same mentions.
 */
@NullMarked
package io.github.feedback4j.theme;

import org.jspecify.annotations.NullMarked;
