package io.zhiyong.contest;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhiyong.base.Json;
import io.zhiyong.base.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A screen that keeps everything it is sent. */
final class FakeLine implements Line {
    private final Scene.Viewer viewer;
    private final Optional<PersonId> person;
    private final List<String> frames = new CopyOnWriteArrayList<>();
    private volatile Optional<Closing> closed = Optional.empty();

    private FakeLine(Scene.Viewer viewer, Optional<PersonId> person) {
        this.viewer = viewer;
        this.person = person;
    }

    static FakeLine host() {
        return new FakeLine(Scene.Viewer.HOST, Optional.of(Plays.HOST));
    }

    static FakeLine stage() {
        return new FakeLine(Scene.Viewer.STAGE, Optional.empty());
    }

    static FakeLine player(PersonId person) {
        return new FakeLine(Scene.Viewer.PLAYER, Optional.of(person));
    }

    @Override
    public Scene.Viewer viewer() {
        return viewer;
    }

    @Override
    public Optional<PersonId> person() {
        return person;
    }

    @Override
    public long trip() {
        return 0;
    }

    @Override
    public void send(String frame) {
        frames.add(frame);
    }

    @Override
    public void close(Closing why) {
        closed = Optional.of(why);
    }

    Optional<Closing> closed() {
        return closed;
    }

    List<String> frames() {
        return List.copyOf(frames);
    }

    void forget() {
        frames.clear();
    }

    List<JsonNode> scenes() {
        return frames.stream()
                .map(Json::tree)
                .filter(it -> it.path("type").asText().equals("scene"))
                .toList();
    }

    JsonNode scene() {
        var scenes = scenes();
        return scenes.get(scenes.size() - 1);
    }
}
