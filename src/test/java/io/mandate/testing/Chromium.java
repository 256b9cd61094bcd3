package io.mandate.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.LoggerFactory;

/**
 * The Chromium of this machine, without a window. Whoever asks for it where there is none is skipped and says so, or fails
 * where the environment says {@code MANDATE_TESTS_SKIP=never}.
 */
public final class Chromium implements AutoCloseable {

    private static final Optional<Path> INSTALLED = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking")));
    }

    /** Starts it. */
    public static Chromium start() {
        if (INSTALLED.isEmpty()) {
            String skipped = "SKIPPED: there is no Chromium on this machine, so nothing was looked at in a browser";
            if ("never".equals(System.getenv("MANDATE_TESTS_SKIP"))) {
                throw new IllegalStateException(skipped + ", and nothing may be skipped");
            }
            LoggerFactory.getLogger(Chromium.class).warn(skipped);
            Assumptions.abort(skipped);
        }
        return new Chromium(INSTALLED.get());
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
