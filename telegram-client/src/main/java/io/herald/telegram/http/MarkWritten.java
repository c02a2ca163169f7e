package io.herald.telegram.http;

import java.io.IOException;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/**
 * Tells a failure before the request was complete, which Telegram can't have acted on, from one
 * after it. A network interceptor: it runs on an open connection.
 */
final class MarkWritten implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    var body = new WatchedBody(Objects.requireNonNull(request.body()));
    try {
      return chain.proceed(request.newBuilder().method(request.method(), body).build());
    } catch (IOException e) {
      throw body.written ? new SentWithoutAnswer(e) : e;
    }
  }

  private static final class WatchedBody extends RequestBody {

    private final RequestBody body;
    private volatile boolean written;

    WatchedBody(RequestBody body) {
      this.body = body;
    }

    @Override
    public MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
      // From here on the last bytes may leave at any time.
      written = true;
    }
  }
}
