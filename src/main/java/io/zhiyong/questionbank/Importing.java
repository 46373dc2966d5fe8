package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal.Problem;
import io.zhiyong.questionbank.Reading.Finding;
import io.zhiyong.questionbank.Reading.Read;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an import would do: every question of the file is either understood (fresh or a duplicate) or refused.
 *
 * @param fresh what would be added
 * @param duplicates of questions in the bank or earlier in the file; left out
 */
record Importing(List<Read> fresh, List<Finding> duplicates, List<Finding> refused, List<Finding> notes) {
    Importing {
        fresh = List.copyOf(fresh);
        duplicates = List.copyOf(duplicates);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
    }

    int understood() {
        return fresh.size() + duplicates.size();
    }

    List<Question> questions() {
        return fresh.stream().map(Read::question).toList();
    }

    static Set<String> fingerprints(Reading reading) {
        return reading.understood().stream()
                .map(read -> read.question().fingerprint())
                .collect(Collectors.toSet());
    }

    static Set<QuestionId> ids(Reading reading) {
        return reading.understood().stream().map(read -> read.question().id()).collect(Collectors.toSet());
    }

    /**
     * Compares a file with the bank.
     *
     * @param same which fingerprints the bank has already
     * @param taken which of the file's ids the bank has already
     */
    static Importing of(Reading reading, Map<String, QuestionId> same, Set<QuestionId> taken) {
        var fresh = new ArrayList<Read>();
        var duplicates = new ArrayList<Finding>();
        var refused = new ArrayList<>(reading.refused());
        var earlier = new HashMap<String, Integer>();
        for (var read : reading.understood()) {
            var print = read.question().fingerprint();
            var before = earlier.putIfAbsent(print, read.row());
            if (same.containsKey(print)) {
                duplicates.add(finding(read, "questionbank.note.inBank", same.get(print)));
            } else if (before != null) {
                duplicates.add(finding(read, "questionbank.note.inFile", before));
            } else if (taken.contains(read.question().id())) {
                refused.add(finding(
                        read, "questionbank.refusal.idTaken", read.question().id()));
            } else {
                fresh.add(read);
            }
        }
        refused.sort(java.util.Comparator.comparingInt(Finding::row));
        return new Importing(fresh, duplicates, refused, reading.notes());
    }

    private static Finding finding(Read read, String key, Object argument) {
        return new Finding(read.row(), Problem.at("", key, argument));
    }
}
