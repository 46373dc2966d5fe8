package io.zhiyong.store;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The portable subset, each behaviour as MongoDB's manual states it: on the embedded server always, and on the MongoDB that
 * {@code mongo.uri} names as well, where there is one.
 */
class StoreParityTest {
    @Nested
    class EmbeddedWrites extends ParityOfWrites {}

    @Nested
    class EmbeddedIndexes extends ParityOfIndexes {}

    @Nested
    class EmbeddedQueries extends ParityOfQueries {}

    @Nested
    class EmbeddedAggregations extends ParityOfAggregations {}

    @Nested
    @EnabledIfSystemProperty(named = "mongo.uri", matches = ".+")
    class MongoWrites extends ParityOfWrites {
        @Override
        String uri() {
            return System.getProperty("mongo.uri");
        }
    }

    @Nested
    @EnabledIfSystemProperty(named = "mongo.uri", matches = ".+")
    class MongoIndexes extends ParityOfIndexes {
        @Override
        String uri() {
            return System.getProperty("mongo.uri");
        }
    }

    @Nested
    @EnabledIfSystemProperty(named = "mongo.uri", matches = ".+")
    class MongoQueries extends ParityOfQueries {
        @Override
        String uri() {
            return System.getProperty("mongo.uri");
        }
    }

    @Nested
    @EnabledIfSystemProperty(named = "mongo.uri", matches = ".+")
    class MongoAggregations extends ParityOfAggregations {
        @Override
        String uri() {
            return System.getProperty("mongo.uri");
        }
    }
}
