package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of reading a file of questions. Everything in the file that should be a question is either understood or refused.
 *
 * @param notes what was understood but not kept whole (a weight, a picture, an unknown tag)
 */
public record Reading(List<Read> understood, List<Finding> refused, List<Finding> notes) {
    public Reading {
        understood = List.copyOf(understood);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
    }

    /** A question and the line or row, from 1, at which it begins. */
    public record Read(int row, Question question) {}

    /** What is said of the question that begins at a line or row, from 1. */
    public record Finding(int row, Problem problem) {}

    /**
     * What is taken where a file does not say.
     *
     * @param subject of questions without a category
     * @param source where the questions come from, such as the file's name
     * @param state in which they enter the bank
     */
    public record Defaults(String subject, String source, QuestionState state) {}

    /** Gathers findings while a file is read. */
    static final class Gathering {
        private final List<Read> understood = new ArrayList<>();
        private final List<Finding> refused = new ArrayList<>();
        private final List<Finding> notes = new ArrayList<>();

        void understood(int row, Question question) {
            understood.add(new Read(row, question));
        }

        void refused(int row, Problem problem) {
            refused.add(new Finding(row, problem));
        }

        void note(int row, String key, Object... arguments) {
            notes.add(new Finding(row, Problem.at("", key, arguments)));
        }

        Reading done() {
            return new Reading(understood, refused, notes);
        }
    }
}
