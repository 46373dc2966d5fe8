package io.zhiyong.record.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhiyong.base.Refusal;
import io.zhiyong.record.text.Tree;
import io.zhiyong.record.text.XapiVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** xAPI 1.0.3, Data part; each line changes one place of a complete statement and names where the fault must be found. */
class StatementRulesTest {
    private static final String COMPLETE = """
            {"id":"fd41c918-b88b-4b20-a0a5-a4c32391aaa0","timestamp":"2026-11-18T12:17:00.123+08:00",
             "stored":"2026-11-18T12:17:01Z","version":"1.0.3",
             "authority":{"objectType":"Agent","account":{"homePage":"https://lrs.example/","name":"demo"}},
             "actor":{"objectType":"Group","name":"Team","mbox":"mailto:team@example.org","member":[
               {"name":"A","account":{"homePage":"https://a.example","name":"13"}},
               {"objectType":"Agent","openid":"https://b.example/b"},
               {"mbox_sha1sum":"ebd31e95054c018b10727ccffd2ef2ec3a016ee9"}]},
             "verb":{"id":"http://adlnet.gov/expapi/verbs/attended","display":{"en-GB":"attended","zh-Hans-CN":"参加了"}},
             "object":{"objectType":"Activity","id":"https://example.org/meetings/1","definition":{
               "extensions":{"https://example.org/x":{"a":null,"b":"","c":{}}},"name":{"en":"meeting"},
               "description":{"en":"A meeting"},"type":"http://adlnet.gov/expapi/activities/cmi.interaction",
               "moreInfo":"https://example.org/more","interactionType":"choice","correctResponsesPattern":["a[,]b"],
               "choices":[{"id":"a","description":{"en":"A"}},{"id":"b"}]}},
             "result":{"score":{"scaled":0.95,"raw":95,"min":0,"max":100.0},"success":true,"completion":false,
               "response":"We agreed","duration":"PT1H0M0.05S","extensions":{}},
             "context":{"registration":"ec531277-b57b-4c15-8d91-d292c5b2b8f7","team":{"objectType":"Group","mbox":"mailto:t@e.org"},
               "instructor":{"mbox":"mailto:i@e.org"},"platform":"p","revision":"r","language":"zh-CN",
               "statement":{"objectType":"StatementRef","id":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee"},
               "contextActivities":{"parent":{"id":"https://e.org/p"},"category":[{"id":"https://e.org/c"}]},
               "extensions":{"https://e.org/e":null}},
             "attachments":[{"usageType":"https://e.org/u","display":{"en":"a"},"contentType":"text/plain; charset=ascii",
               "length":27,"sha2":"495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a","fileUrl":"https://e.org/f"}]}
            """;

    private static List<Refusal.Problem> check(JsonNode statement) {
        return StatementRules.check(statement, XapiVersion.V1);
    }

    private static ObjectNode complete() {
        return (ObjectNode) Tree.read(COMPLETE);
    }

    /** Sets the place named by a JSON pointer; an empty value removes it. */
    private static ObjectNode changed(String pointer, String value) {
        var statement = complete();
        var cut = pointer.lastIndexOf('/');
        var parent = statement.at(pointer.substring(0, cut));
        var name = pointer.substring(cut + 1).replace("~1", "/");
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), Tree.read(value));
        } else if (value == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, Tree.read(value));
        }
        return statement;
    }

    @Test
    void aCompleteStatementIsTaken() {
        assertThat(check(complete())).isEmpty();
        assertThat(StatementRules.check(complete(), XapiVersion.V2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /actor                      |                               | $
            /verb                       |                               | $
            /object                     |                               | $
            /id                         | 5                             | $.id
            /id                         | "fd41c918-b88b-4b20-a0a5"     | $.id
            /id                         | "fd41c918-b88b-4b20-a0a5-a4c32391aaag" | $.id
            /Actor                      | {}                            | $.Actor
            /result                     | null                          | $.result
            /context                    | null                          | $.context
            /timestamp                  | "2026-11-18T12:17:00-00:00"   | $.timestamp
            /timestamp                  | "2026-11-18T12:17:00-0000"    | $.timestamp
            /timestamp                  | "2026-11-18T12:17:00-00"      | $.timestamp
            /timestamp                  | "2026-02-30T12:17:00Z"        | $.timestamp
            /timestamp                  | "yesterday"                   | $.timestamp
            /stored                     | "soon"                        | $.stored
            /version                    | "0.9.9"                       | $.version
            /version                    | "1.1.0"                       | $.version
            /version                    | "2.0.0"                       | $.version
            /authority/mbox             | "mailto:a@b.c"                | $.authority
            /authority                  | {"objectType":"Group","member":[{"mbox":"mailto:a@b.c"}]} | $.authority
            /authority                  | {"objectType":"Group","mbox":"mailto:a@b.c"} | $.authority
            /actor/objectType           | "agent"                       | $.actor.member
            /actor/objectType           | "group"                       | $.actor.member
            /actor/mbox                 | "team@example.org"            | $.actor.mbox
            /actor/mbox                 | "mailto:team"                 | $.actor.mbox
            /actor/openid               | "https://x.example"           | $.actor
            /actor/name                 | 5                             | $.actor.name
            /actor/member               | {}                            | $.actor.member
            /actor/member/0             | {"objectType":"Group","mbox":"mailto:a@b.c"} | $.actor.member[0].objectType
            /actor/member/0             | {"name":"nobody"}             | $.actor.member[0]
            /actor/member/0/account/name | 13                           | $.actor.member[0].account.name
            /actor/member/0/account/name |                              | $.actor.member[0].account
            /actor/member/0/account/homePage | "a.example"              | $.actor.member[0].account.homePage
            /actor/member/1/openid      | "ab=c://x.example"            | $.actor.member[1].openid
            /actor/member/2/mbox_sha1sum | "x"                          | $.actor.member[2].mbox_sha1sum
            /verb/id                    | "adlnet.gov/attended"         | $.verb.id
            /verb/id                    |                               | $.verb
            /verb/display               | "attended"                    | $.verb.display
            /verb/display               | {"a12345678":"x"}             | $.verb.display.a12345678
            /verb/display               | {"en":5}                      | $.verb.display.en
            /object/objectType          | "activity"                    | $.object.objectType
            /object/id                  | "meetings/1"                  | $.object.id
            /object/id                  |                               | $.object
            /object/mbox                | "mailto:a@b.c"                | $.object.mbox
            /object/definition          | "x"                           | $.object.definition
            /object/definition/nom      | {}                            | $.object.definition.nom
            /object/definition/type     | "meeting"                     | $.object.definition.type
            /object/definition/moreInfo | "here"                        | $.object.definition.moreInfo
            /object/definition/interactionType | "true-faLse"           | $.object.definition.interactionType
            /object/definition/interactionType |                        | $.object.definition
            /object/definition/correctResponsesPattern | "a"            | $.object.definition.correctResponsesPattern
            /object/definition/choices/1/id | "a"                       | $.object.definition.choices[1].id
            /object/definition/choices/1/id |                           | $.object.definition.choices[1]
            /object/definition/extensions | {"x":1}                     | $.object.definition.extensions.x
            /object                     | {"objectType":"StatementRef","id":"x"} | $.object.id
            /result/score/scaled        | 1.01                          | $.result.score.scaled
            /result/score/scaled        | -1.00001                      | $.result.score.scaled
            /result/score/scaled        | "0.5"                         | $.result.score.scaled
            /result/score/raw           | 100.1                         | $.result.score.raw
            /result/score/raw           | -1                            | $.result.score.raw
            /result/score/min           | 101                           | $.result.score
            /result/success             | "true"                        | $.result.success
            /result/completion          | 1                             | $.result.completion
            /result/response            | 5                             | $.result.response
            /result/duration            | "P4W1D"                       | $.result.duration
            /result/duration            | "PT"                          | $.result.duration
            /result/duration            | "P"                           | $.result.duration
            /result/duration            | 5                             | $.result.duration
            /result/extensions          | []                            | $.result.extensions
            /context/registration       | "x"                           | $.context.registration
            /context/instructor         | {}                            | $.context.instructor
            /context/team               | {"mbox":"mailto:a@b.c"}       | $.context.team
            /context/revision           | 1                             | $.context.revision
            /context/language           | "a12345678"                   | $.context.language
            /context/statement          | {"id":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee"} | $.context.statement
            /context/contextActivities/elsewhere | []                   | $.context.contextActivities.elsewhere
            /context/contextActivities/parent | [{"id":"x"}]            | $.context.contextActivities.parent[0].id
            /context/contextActivities/parent | "x"                     | $.context.contextActivities.parent
            /context/contextAgents      | []                            | $.context.contextAgents
            /attachments                | {}                            | $.attachments
            /attachments/0              | 5                             | $.attachments[0]
            /attachments/0/length       | "27"                          | $.attachments[0].length
            /attachments/0/sha2         | "x"                           | $.attachments[0].sha2
            /attachments/0/contentType  | 5                             | $.attachments[0].contentType
            /attachments/0/usageType    | "u"                           | $.attachments[0].usageType
            /attachments/0/display      |                               | $.attachments[0]
            /attachments/0/fileUrl      | "f"                           | $.attachments[0].fileUrl
            """)
    void oneFaultIsNamedByItsPath(String pointer, String value, String path) {
        assertThat(check(changed(pointer, value)))
                .extracting(Refusal.Problem::where)
                .contains(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /timestamp            | "2026-11-18T12:17:00Z"
            /timestamp            | "2026-11-18T12:17:00.1234567891+0800"
            /version              | "1.0"
            /version              | "1.0.9"
            /authority            | {"objectType":"Group","member":[{"mbox":"mailto:a@b.c"},{"mbox":"mailto:d@e.f"}]}
            /result/score/scaled  | -1.0000
            /result/score/scaled  | 1.0
            /result/duration      | "P4W"
            /result/duration      | "P3Y1M29DT4H35M59.14S"
            /result/duration      | "PT16559.14S"
            /result/duration      | "P3Y"
            /verb/display         | {}
            /verb/display         | {"sl-rozaj-biske-1994":"x","x-ours":"y","und":"z","de-CH-1901":"w"}
            /object/id            | "tag:example.org,2026:会议"
            /context              | {}
            /attachments          | []
            """)
    void unusualButRightIsTaken(String pointer, String value) {
        assertThat(check(changed(pointer, value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Agent", "Group", "SubStatement", "StatementRef"})
    void revisionAndPlatformGoWithActivitiesOnly(String type) {
        var statement = complete();
        statement.set("object", otherObject(type));
        assertThat(check(statement))
                .extracting(Refusal.Problem::where)
                .containsExactlyInAnyOrder("$.context.revision", "$.context.platform");
        ((ObjectNode) statement.get("context")).remove(List.of("revision", "platform"));
        assertThat(check(statement)).isEmpty();
    }

    private static JsonNode otherObject(String type) {
        return switch (type) {
            case "Agent" -> Tree.read("{\"objectType\":\"Agent\",\"mbox\":\"mailto:a@b.c\"}");
            case "Group" -> Tree.read("{\"objectType\":\"Group\",\"member\":[{\"mbox\":\"mailto:a@b.c\"}]}");
            case "StatementRef" ->
                Tree.read("{\"objectType\":\"StatementRef\",\"id\":\"6690e6c9-3ef0-4ed3-8b37-7f3964730bee\"}");
            default -> subStatement();
        };
    }

    private static ObjectNode subStatement() {
        var sub = complete();
        sub.remove(List.of("id", "stored", "version", "authority"));
        return sub.put("objectType", "SubStatement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "stored", "version", "authority"})
    void aSubStatementHasNothingTheServerSets(String member) {
        var statement = complete();
        ((ObjectNode) statement.get("context")).remove(List.of("revision", "platform"));
        statement.set("object", subStatement().set(member, complete().get(member)));
        assertThat(check(statement)).extracting(Refusal.Problem::where).containsExactly("$.object." + member);
    }

    @Test
    void aSubStatementHasNoSubStatement() {
        var statement = complete();
        statement.remove("context");
        var inner = subStatement();
        inner.remove("context");
        inner.set("object", subStatement());
        statement.set("object", inner);
        assertThat(check(statement)).extracting(Refusal.Problem::where).containsExactly("$.object.object");
    }

    @Test
    void aVoidingStatementPointsAtAStatement() {
        var statement = changed("/verb", "{\"id\":\"http://adlnet.gov/expapi/verbs/voided\"}");
        statement.remove("context");
        assertThat(check(statement)).extracting(Refusal.Problem::where).containsExactly("$");
        statement.set("object", otherObject("StatementRef"));
        assertThat(check(statement)).isEmpty();
    }

    @Test
    void contextAgentsAndGroupsSince2() {
        var good = changed(
                "/context/contextAgents",
                "[{\"objectType\":\"contextAgent\",\"agent\":{\"mbox\":\"mailto:a@b.c\"},\"relevantTypes\":[\"https://e.org/t\"]}]");
        assertThat(StatementRules.check(good, XapiVersion.V2)).isEmpty();
        var bad = changed(
                "/context/contextGroups",
                "[{\"objectType\":\"contextgroup\",\"group\":{\"mbox\":\"mailto:a@b.c\"},\"relevantTypes\":[]}]");
        assertThat(StatementRules.check(bad, XapiVersion.V2))
                .extracting(Refusal.Problem::where)
                .containsExactlyInAnyOrder(
                        "$.context.contextGroups[0].objectType",
                        "$.context.contextGroups[0].group",
                        "$.context.contextGroups[0].relevantTypes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "null", "[]", "\"x\"", "true", "{}"})
    void whateverElseIsNoStatementIsRefused(String text) {
        assertThat(check(Tree.read(text))).isNotEmpty();
    }
}
