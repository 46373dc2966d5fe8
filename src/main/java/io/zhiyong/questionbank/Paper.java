package io.zhiyong.questionbank;

import java.util.List;

/** A paper (试卷) as drawn: fixed for the attempt that it was drawn for. */
public record Paper(List<Item> items) {
    public Paper {
        items = List.copyOf(items);
    }

    /** Full marks. */
    public Points full() {
        return items.stream().map(Item::points).reduce(Points.ZERO, Points::plus);
    }

    /**
     * One question on it.
     *
     * @param row the blueprint's row that it was drawn for, from 0
     * @param order the option keys in the order shown; empty: as written
     */
    public record Item(QuestionId id, int version, int row, Points points, List<String> order) {
        public Item {
            order = List.copyOf(order);
        }

        /** The question as this paper shows it. */
        public Face face(Question question) {
            return Face.of(question, shown(question.body()));
        }

        /** The answer in the question's own option keys, of one in the letters shown. */
        public Answer fromShown(Answer answer) {
            return order.isEmpty()
                    ? answer
                    : new Answer(answer.values().stream().map(this::keyOf).toList());
        }

        /** The reverse of {@link #fromShown}. */
        public Answer toShown(Answer answer) {
            return order.isEmpty()
                    ? answer
                    : new Answer(answer.values().stream()
                            .map(key -> order.contains(key) ? Option.letter(order.indexOf(key)) : key)
                            .sorted()
                            .toList());
        }

        private String keyOf(String letter) {
            int place = letter.length() == 1 ? letter.charAt(0) - 'A' : -1;
            // An unknown letter stays what it is; the question's own check refuses it by name.
            return place >= 0 && place < order.size() ? order.get(place) : "?" + letter;
        }

        private List<Option> shown(Body body) {
            return order.isEmpty()
                    ? body.options()
                    : order.stream()
                            .map(key -> body.options().get(key.charAt(0) - 'A'))
                            .toList();
        }
    }
}
