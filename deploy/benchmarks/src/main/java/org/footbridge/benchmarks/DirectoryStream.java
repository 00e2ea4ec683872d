package org.footbridge.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.footbridge.common.testsupport.LocalServer;
import org.footbridge.local.Part;
import org.footbridge.local.Stack;

/** All services with everything that belongs to them as one ndjson stream, of a copy of directory-service with a small heap. */
final class DirectoryStream {
    private static final int HEAP_MIB = 96;
    private static final int MIB = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final Stack stack;

    DirectoryStream(Stack stack) {
        this.stack = stack;
    }

    Map<String, Object> measure() throws SQLException {
        try (LocalServer copy = stack.startCopy(Part.DIRECTORY, List.of("-Xmx" + HEAP_MIB + "m"))) {
            long begin = System.nanoTime();
            long[] read = read(URI.create("http://" + copy.address() + "/hsds/services?format=ndjson&full=true"));
            double seconds = (System.nanoTime() - begin) / 1e9;
            long listed = listed();
            if (read[1] != listed || !copy.isHealthy()) {
                throw new IllegalStateException("the stream told %d of %d services; healthy afterwards: %s"
                        .formatted(read[1], listed, copy.isHealthy()));
            }
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("services", read[1]);
            result.put("bytes", read[0]);
            result.put("heapBytes", (long) HEAP_MIB * MIB);
            result.put("timesTheHeap", LoopBench.rounded(read[0] / (double) HEAP_MIB / MIB));
            result.put("seconds", LoopBench.rounded(seconds));
            result.put("residentMb", Memory.residentMb(copy.pid()));
            return result;
        }
    }

    /** Bytes and lines. */
    private static long[] read(URI all) {
        long[] read = new long[2];
        byte[] buffer = new byte[BUFFER];
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response =
                    http.send(HttpRequest.newBuilder(all).build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
                    read[0] += length;
                    for (int i = 0; i < length; i++) {
                        read[1] += buffer[i] == '\n' ? 1 : 0;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the stream broke after " + read[1] + " lines", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return read;
    }

    private long listed() throws SQLException {
        try (Connection connection = stack.database(Part.DIRECTORY).connectAsApp();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from hsds_services")) {
            row.next();
            return row.getLong(1);
        }
    }
}
