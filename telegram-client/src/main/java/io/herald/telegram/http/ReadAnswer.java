package io.herald.telegram.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Reads the whole answer, so that a cut in its middle is told apart from a success, and turns
 * everything but a success into an exception that carries it. telegrambots-client alone would drop
 * the HTTP status, and with it the meaning of a proxy's error page.
 */
final class ReadAnswer implements Interceptor {

  // Generous for 100 updates; a body without end must not fill the memory.
  static final long MAX_BYTES = 64L << 20;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    byte[] body = body(response);
    Envelope envelope = Envelope.read(body);
    if (envelope.ok() && response.isSuccessful()) {
      return response
          .newBuilder()
          .body(ResponseBody.create(body, response.body().contentType()))
          .build();
    }
    if (response.isSuccessful() && !envelope.fromBotApi()) {
      throw new SentWithoutAnswer("the answer is unreadable");
    }
    throw new RefusedByTelegram(
        envelope.answer(response.code(), response.header("Retry-After", "")));
  }

  private static byte[] body(Response response) throws IOException {
    try (ResponseBody body = response.body()) {
      var source = body.source();
      if (source.request(MAX_BYTES)) {
        throw new SentWithoutAnswer("the answer is too large");
      }
      return source.readByteArray();
    } catch (SentWithoutAnswer e) {
      throw e;
    } catch (IOException e) {
      throw new SentWithoutAnswer(e);
    }
  }
}
