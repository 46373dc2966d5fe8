package io.zhiyong.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a real Chromium. On a machine without one ({@code .ci/browser} makes it ready) they are skipped, in CI they fail.
 */
public final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterAllCallback {
    private static final Namespace SPACE = Namespace.create(BrowserExtension.class);
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private record Opened(Playwright playwright, Browser browser) {
        private static Opened open() {
            var playwright = Playwright.create();
            var options = new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setHeadless(true)
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync"));
            return new Opened(playwright, playwright.chromium().launch(options));
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var driver = Path.of(System.getProperty("playwright.cli.dir", ""), "package", "cli.js");
        if (Files.exists(CHROMIUM) && Files.exists(driver) && System.getenv("PLAYWRIGHT_NODEJS_PATH") != null) {
            return ConditionEvaluationResult.enabled("a browser is here");
        }
        if (System.getenv("CI") != null) {
            throw new IllegalStateException("CI has no browser: run .ci/browser and set PLAYWRIGHT_NODEJS_PATH");
        }
        return ConditionEvaluationResult.disabled("no browser: run .ci/browser and set PLAYWRIGHT_NODEJS_PATH");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(SPACE)
                .computeIfAbsent("browser", key -> Opened.open(), Opened.class)
                .browser();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var opened = context.getRoot().getStore(SPACE).remove("browser", Opened.class);
        if (opened != null) {
            opened.browser().close();
            opened.playwright().close();
        }
    }
}
