package io.zhiyong.contest;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import java.util.List;

/**
 * What a screen may send. The person is the connection's, never the frame's; {@code id} is the screen's own name for the
 * frame, given back with the reply.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.Choose.class, name = "answer"),
    @JsonSubTypes.Type(value = Message.Leave.class, name = "leave"),
    @JsonSubTypes.Type(value = Message.Advance.class, name = "advance"),
    @JsonSubTypes.Type(value = Message.Finish.class, name = "finish"),
    @JsonSubTypes.Type(value = Message.Cancel.class, name = "cancel"),
    @JsonSubTypes.Type(value = Message.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = Message.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = Message.VoidIt.class, name = "void"),
    @JsonSubTypes.Type(value = Message.Kick.class, name = "kick"),
    @JsonSubTypes.Type(value = Message.Rename.class, name = "rename"),
    @JsonSubTypes.Type(value = Message.Lock.class, name = "lock")
})
sealed interface Message {
    int LONGEST = 4096;

    String id();

    /** The command it stands for, where a contest takes it as one. */
    sealed interface Commanding extends Message {
        Command by(PersonId person);
    }

    /**
     * An answer.
     *
     * @param claim reaction time in milliseconds by the phone's own clock; negative when it has none
     */
    record Choose(String id, String question, List<String> choice, long claim) implements Message {
        public Choose {
            choice = choice == null ? List.of() : List.copyOf(choice);
            if (id == null || id.length() > 64 || question == null || choice.size() > 16) {
                throw Refusal.invalid("", "contest.refusal.frame");
            }
        }
    }

    /** Leaves the contest. */
    record Leave(String id) implements Commanding {
        @Override
        public Command by(PersonId person) {
            return new Command.Leave(person);
        }
    }

    /** The host's key. */
    record Advance(String id, int step) implements Commanding {
        @Override
        public Command by(PersonId person) {
            return new Command.Advance(person, step);
        }
    }

    /** To the podium at once. */
    record Finish(String id) implements Commanding {
        @Override
        public Command by(PersonId person) {
            return new Command.Finish(person);
        }
    }

    /** Gives the contest up. */
    record Cancel(String id, String reason) implements Commanding {
        @Override
        public Command by(PersonId person) {
            return new Command.Cancel(person, reason);
        }
    }

    /** Stops time. */
    record Pause(String id) implements Commanding {
        @Override
        public Command by(PersonId person) {
            return new Command.Pause(person);
        }
    }

    /** Lets time run. */
    record Resume(String id) implements Commanding {
        @Override
        public Command by(PersonId person) {
            return new Command.Resume(person);
        }
    }

    /**
     * A question is to count for nobody.
     *
     * @param question index in the order of play
     */
    record VoidIt(String id, int question, String reason) implements Commanding {
        @Override
        public Command by(PersonId person) {
            return new Command.VoidQuestion(person, question, reason);
        }
    }

    /** Sends a contestant away. */
    record Kick(String id, int seat, String reason) implements Commanding {
        @Override
        public Command by(PersonId person) {
            return new Command.Kick(person, seat, reason);
        }
    }

    /** Another name on the board. */
    record Rename(String id, int seat, String name) implements Commanding {
        @Override
        public Command by(PersonId person) {
            return new Command.Rename(person, seat, name);
        }
    }

    /** Closes the door, or opens it. */
    record Lock(String id, boolean locked) implements Commanding {
        @Override
        public Command by(PersonId person) {
            return new Command.LockJoining(person, locked);
        }
    }
}
