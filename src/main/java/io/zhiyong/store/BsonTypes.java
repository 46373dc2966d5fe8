package io.zhiyong.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** What the store's maps hold: BSON bytes, sorted as MongoDB sorts values. */
final class BsonTypes {
    private static final int KEPT_BUFFER = 1 << 20;
    private static final ThreadLocal<ByteBuf> BUFFER = ThreadLocal.withInitial(() -> Unpooled.buffer(4096));

    static final BasicDataType<Document> DOCUMENT = new DocumentType();
    static final BasicDataType<Object> VALUE = new ValueType();

    private BsonTypes() {}

    private static void write(WriteBuffer out, Map<String, ?> document) {
        var buffer = BUFFER.get().clear();
        BsonEncoder.encodeDocument(document, buffer);
        out.put(buffer.nioBuffer(0, buffer.writerIndex()));
        if (buffer.capacity() > KEPT_BUFFER) {
            BUFFER.remove();
        }
    }

    private static Document read(ByteBuffer in) {
        var buffer = Unpooled.wrappedBuffer(in);
        var document = BsonDecoder.decodeBson(buffer);
        in.position(in.position() + buffer.readerIndex());
        return document;
    }

    /** A whole document. */
    private static final class DocumentType extends BasicDataType<Document> {
        @Override
        public int getMemory(Document document) {
            return DocumentSize.inMemory(document);
        }

        @Override
        public void write(WriteBuffer out, Document document) {
            BsonTypes.write(out, document);
        }

        @Override
        public Document read(ByteBuffer in) {
            return BsonTypes.read(in);
        }

        @Override
        public Document[] createStorage(int size) {
            return new Document[size];
        }
    }

    /** One value, as an {@code _id} is. Null and missing are one key, as in MongoDB. */
    private static final class ValueType extends BasicDataType<Object> {
        @Override
        public int getMemory(Object value) {
            return DocumentSize.inMemory(value);
        }

        @Override
        public int compare(Object a, Object b) {
            return BsonOrder.INSTANCE.compare(a, b);
        }

        @Override
        public void write(WriteBuffer out, Object value) {
            BsonTypes.write(out, Collections.singletonMap("", value instanceof Missing ? null : value));
        }

        @Override
        public Object read(ByteBuffer in) {
            return Missing.ofNullable(BsonTypes.read(in).get(""));
        }

        @Override
        public Object[] createStorage(int size) {
            return new Object[size];
        }
    }

    /** Sorts after every key that starts with the values before it; only ever a bound, never stored. */
    static final Object AFTER_ALL = new Object();

    /**
     * The values of an index entry. A key sorts before every longer key that it begins, whatever the directions.
     */
    static final class KeyType extends BasicDataType<KeyValue> {
        private final String directions;

        /** @param directions for each field {@code +} or {@code -}; values behind them (the {@code _id}) ascend */
        KeyType(String directions) {
            this.directions = directions;
        }

        @Override
        public int getMemory(KeyValue key) {
            return 40 + key.stream().mapToInt(DocumentSize::inMemory).sum();
        }

        @Override
        public int compare(KeyValue a, KeyValue b) {
            var shared = Math.min(a.size(), b.size());
            for (int i = 0; i < shared; i++) {
                var order = compareAt(i, a.get(i), b.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(a.size(), b.size());
        }

        boolean isDescending(int position) {
            return position < directions.length() && directions.charAt(position) == '-';
        }

        private int compareAt(int position, Object a, Object b) {
            if (a == AFTER_ALL || b == AFTER_ALL) {
                return Boolean.compare(a == AFTER_ALL, b == AFTER_ALL);
            }
            var order = BsonOrder.INSTANCE.compare(a, b);
            return isDescending(position) ? -order : order;
        }

        @Override
        public void write(WriteBuffer out, KeyValue key) {
            var document = new Document();
            for (int i = 0; i < key.size(); i++) {
                document.put(Integer.toString(i), key.get(i) instanceof Missing ? null : key.get(i));
            }
            BsonTypes.write(out, document);
        }

        @Override
        public KeyValue read(ByteBuffer in) {
            return new KeyValue(BsonTypes.read(in).values());
        }

        @Override
        public KeyValue[] createStorage(int size) {
            return new KeyValue[size];
        }
    }
}
