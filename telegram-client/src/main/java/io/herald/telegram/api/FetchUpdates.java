package io.herald.telegram.api;

import io.herald.model.json.Json;
import io.herald.telegram.http.TelegramConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The call getUpdates, made here and not by telegrambots, which would only give parsed objects. */
final class FetchUpdates {

  private static final MediaType JSON = MediaType.get("application/json");

  private final TelegramConnection connection;
  private final HttpUrl url;

  FetchUpdates(TelegramConnection connection, String token) {
    var address = connection.address();
    this.connection = connection;
    this.url =
        new HttpUrl.Builder()
            .scheme(address.scheme())
            .host(address.host())
            .port(address.port())
            .addPathSegment("bot" + token)
            .addPathSegment("getUpdates")
            .build();
  }

  /** Starts the call; the future ends with the updates or with the HTTP client's exception. */
  CompletableFuture<List<byte[]>> fetch(
      long offset, int limit, Duration hold, List<String> allowedUpdates) {
    Request request =
        new Request.Builder()
            .url(url)
            .post(RequestBody.create(parameters(offset, limit, hold, allowedUpdates), JSON))
            .build();
    Call call = connection.patientClient(hold).newCall(request);
    var updates = new Updates();
    call.enqueue(updates);
    // Whoever no longer waits must not keep the long poll: Telegram answers a second one with 409.
    updates.whenComplete((_, _) -> call.cancel());
    return updates;
  }

  private static byte[] parameters(
      long offset, int limit, Duration hold, List<String> allowedUpdates) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("offset", offset);
    parameters.put("limit", limit);
    parameters.put("timeout", hold.toSeconds());
    if (!allowedUpdates.isEmpty()) {
      parameters.put("allowed_updates", allowedUpdates);
    }
    return Json.write(parameters);
  }

  private static final class Updates extends CompletableFuture<List<byte[]>> implements Callback {

    @Override
    public void onFailure(Call call, IOException failure) {
      completeExceptionally(failure);
    }

    @Override
    public void onResponse(Call call, Response response) {
      try (response) {
        complete(SliceUpdates.slice(response.body().bytes()));
      } catch (IOException | IllegalArgumentException e) {
        completeExceptionally(e);
      }
    }
  }
}
