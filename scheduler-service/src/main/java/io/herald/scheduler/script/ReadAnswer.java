package io.herald.scheduler.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.job.JobCommand;
import io.herald.model.job.ScriptOutput;
import io.herald.model.json.MalformedRecord;
import io.herald.runtime.blob.Blob;
import io.herald.runtime.contract.InvalidRecord;
import io.herald.runtime.contract.ReadRecord;
import io.herald.scheduler.type.Notifying;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a script printed, and holds it to the contract {@code script-output} and to that of
 * notifications. For any number of threads.
 */
public final class ReadAnswer {

  private static final String SOME_BLOB = "some";

  private final ReadRecord<ScriptOutput> contract =
      ReadRecord.of("script-output", ScriptOutput.class);
  private final WriteNotification write;
  private final ReadImage images;

  ReadAnswer(WriteNotification write, ReadImage images) {
    this.write = write;
    this.images = images;
  }

  /**
   * Reads it.
   *
   * @param stdout all that it printed; the object is all of it, or its last line
   * @param folder the script's own, where its picture may be
   * @throws BadAnswer when it can't be used
   */
  public Answer read(byte[] stdout, JobCommand job, Notifying notifying, Path folder)
      throws BadAnswer {
    ScriptOutput output = output(stdout);
    if (!output.notifies()) {
      return new Answer(output, null);
    }
    Blob image = output.imagePath() == null ? null : images.read(output.imagePath(), folder);
    check(job, notifying, output, image);
    return new Answer(output, image);
  }

  private ScriptOutput output(byte[] stdout) throws BadAnswer {
    String text = new String(stdout, UTF_8).strip();
    if (text.isEmpty()) {
      throw new BadAnswer("it printed nothing; even all is well is {\"notify\":false}");
    }
    try {
      return contract.read(text.getBytes(UTF_8));
    } catch (InvalidRecord e) {
      throw new BadAnswer(String.valueOf(e.getMessage()));
    } catch (MalformedRecord e) {
      return lastLineOf(text);
    }
  }

  private ScriptOutput lastLineOf(String text) throws BadAnswer {
    String last = text.substring(text.lastIndexOf('\n') + 1);
    try {
      return contract.read(last.getBytes(UTF_8));
    } catch (InvalidRecord e) {
      throw new BadAnswer(String.valueOf(e.getMessage()));
    } catch (MalformedRecord e) {
      throw new BadAnswer("what it printed does not end with a JSON object");
    }
  }

  private void check(JobCommand job, Notifying notifying, ScriptOutput output, @Nullable Blob image)
      throws BadAnswer {
    boolean saysNothing =
        output.title() == null && output.message() == null && notifying.template() == null;
    if (saysNothing) {
      throw new BadAnswer("it wants to notify, and has no title and no message");
    }
    try {
      write.check(job, notifying, output, image == null ? null : SOME_BLOB);
    } catch (InvalidRecord e) {
      throw new BadAnswer("no notification can be made of it: " + e.getMessage());
    }
  }
}
