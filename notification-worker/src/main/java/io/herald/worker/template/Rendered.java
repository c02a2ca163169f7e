package io.herald.worker.template;

import io.herald.model.notification.TextMarkup;

/**
 * A template with its values.
 *
 * @param title one line without markup; empty: none
 * @param text the text, in that markup
 * @param markup the markup of the text
 */
public record Rendered(String title, String text, TextMarkup markup) {}
