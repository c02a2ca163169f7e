package io.herald.scheduler.script;

import io.herald.model.job.ScriptOutput;
import io.herald.runtime.blob.Blob;
import org.jspecify.annotations.Nullable;

/**
 * What a script has to say, known to be sound.
 *
 * @param output what it printed
 * @param image the picture that it names; null: none
 */
public record Answer(ScriptOutput output, @Nullable Blob image) {}
