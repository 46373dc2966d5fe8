package io.zhiyong.story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Everybody's screens, each in a browser profile of its own, and all that their consoles complained of. */
final class Screens implements AutoCloseable {
    /** What everybody of the demonstration signs in with. */
    private static final String PASSWORD = "zhiyong-demo";

    /** A busy machine is slow, not broken. */
    static final double PATIENCE = 60_000;

    private final Browser browser;
    private final String address;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private boolean lineIsCut;

    Screens(Browser browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    Screen phone(String account) {
        return signedIn(account, 360, 720);
    }

    Screen desk(String account) {
        return signedIn(account, 1280, 800);
    }

    private Screen signedIn(String account, int width, int height) {
        var options = new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai");
        var context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        context.onConsoleMessage(message -> heard(account, message));
        context.onWebError(error -> complaints.add(account + ": " + error.error()));
        contexts.add(context);
        var screen = new Screen(context.newPage(), address);
        screen.go("/sign-in");
        screen.page().fill("#account", account);
        screen.page().fill("#password", PASSWORD);
        screen.page().click("form[action='/sign-in'] button");
        screen.page().waitForURL(address + "/");
        return screen;
    }

    /** Another window of the same person, as a link with a target opens it. */
    Screen opened(Screen from, Runnable click) {
        Page page = from.page().context().waitForPage(click);
        return new Screen(page, address);
    }

    private void heard(String account, ConsoleMessage message) {
        var ofCutLine = lineIsCut && message.text().contains("net::ERR_");
        if (message.type().equals("error") && !ofCutLine) {
            complaints.add(account + " " + message.location() + ": " + message.text());
        }
    }

    /** While the server is dead, a browser says that it cannot reach it; that is no fault of the page. */
    void lineIsCut(boolean cut) {
        lineIsCut = cut;
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }
}
