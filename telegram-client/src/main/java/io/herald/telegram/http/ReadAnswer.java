package io.herald.telegram.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
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

  // What it is has been seen; to parse what it says it is costs more than to read the whole.
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final long MAX_REFUSAL_BYTES = 1L << 20;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (!response.isSuccessful()) {
      throw refusal(Envelope.read(refusalBody(response)), response);
    }
    byte[] body = body(response, MAX_BYTES);
    Envelope envelope = Envelope.read(body);
    if (envelope.ok()) {
      return response.newBuilder().body(ResponseBody.create(body, JSON)).build();
    }
    throw envelope.fromBotApi()
        ? refusal(envelope, response)
        : new SentWithoutAnswer("the answer is unreadable");
  }

  private static RefusedByTelegram refusal(Envelope envelope, Response response) {
    return new RefusedByTelegram(
        envelope.answer(response.code(), response.header("Retry-After", "")));
  }

  /** The status alone says that it was refused: a body that is cut or endless changes nothing. */
  private static byte[] refusalBody(Response response) {
    try {
      return body(response, MAX_REFUSAL_BYTES);
    } catch (SentWithoutAnswer e) {
      return new byte[0];
    }
  }

  private static byte[] body(Response response, long most) throws SentWithoutAnswer {
    try (ResponseBody body = response.body()) {
      var source = body.source();
      if (source.request(most)) {
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
