package io.zhiyong.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * The sorted maps behind all collections and indexes, and the record of what changed in them. Every change goes through
 * {@link #put}, {@link #remove} or {@link #drop}, which also note it for the redo log; notes are absolute (map, key, value).
 *
 * <p>Nothing reaches the store's file but by {@link #commit}, which writes all maps and the number of the epoch that follows
 * in one atomic step. So the file always says which blocks of the redo log come after it. Used by one thread.
 */
final class MapStore implements AutoCloseable {
    private static final String DOCUMENTS = "documents:";
    private static final String UNIQUE = "unique:";
    private static final String SECONDARY = "index:";
    private static final String CATALOG = "catalog";
    private static final String EPOCH = "epoch";
    private static final byte REMOVED = 0;
    private static final byte PUT = 1;
    private static final byte DROPPED = 2;
    private static final int KEPT_BUFFER = 4 << 20;
    private static final int HOUSEKEEPING_BYTES = 1 << 20;
    private static final int WANTED_FILL = 60;
    private static final int PAGE_BYTES = 8 << 10;

    private final MVStore store;
    private final Optional<StorePages> pages;
    private final Map<String, MVMap<?, ?>> open = new HashMap<>();
    private WriteBuffer changes = new WriteBuffer();

    private MapStore(Optional<StorePages> pages) {
        // Nothing is written but by a commit of ours: a change half made must never reach the file.
        var builder = new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .pageSplitSize(PAGE_BYTES)
                .compress();
        pages.ifPresent(builder::adoptFileStore);
        this.store = builder.open();
        this.pages = pages;
        retain(0);
    }

    /** Maps that last as long as the process; nothing is noted. */
    static MapStore inMemory() {
        return new MapStore(Optional.empty());
    }

    /**
     * Maps in a folder, as of the last checkpoint.
     *
     * @throws org.h2.mvstore.MVStoreException when the file is damaged
     */
    static MapStore open(DataFolder folder, DiskFile.Opener files, int cacheMegabytes) throws IOException {
        var journal = new CheckpointJournal(files.open(folder.checkpointFile()));
        var pages = new StorePages(files.open(folder.storeFile()), journal, cacheMegabytes, PAGE_BYTES);
        try {
            return new MapStore(Optional.of(pages));
        } catch (RuntimeException e) {
            pages.close();
            throw e;
        }
    }

    /** The documents of a collection by {@code _id}. */
    MVMap<Object, Document> documents(String namespace) {
        return opened(DOCUMENTS + namespace);
    }

    /** From the values of a unique index to the {@code _id}. */
    MVMap<KeyValue, Object> unique(IndexSpec spec, String namespace) {
        return opened(UNIQUE + spec.directions() + ':' + namespace + '|' + spec.name());
    }

    /** The entries of an ordinary index: values and {@code _id} together are the key. */
    MVMap<KeyValue, byte[]> secondary(IndexSpec spec, String namespace) {
        return opened(SECONDARY + spec.directions() + ':' + namespace + '|' + spec.name());
    }

    /** What has to be known about indexes besides their entries. */
    MVMap<String, Document> catalog() {
        return opened(CATALOG);
    }

    /** A map's name tells its types, so that the redo log needs only the name. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <K, V> MVMap<K, V> opened(String name) {
        return (MVMap<K, V>) open.computeIfAbsent(name, this::openAnew);
    }

    private MVMap<?, ?> openAnew(String name) {
        if (name.startsWith(DOCUMENTS)) {
            return store.openMap(
                    name,
                    new MVMap.Builder<Object, Document>()
                            .keyType(BsonTypes.VALUE)
                            .valueType(BsonTypes.DOCUMENT));
        }
        if (name.startsWith(UNIQUE)) {
            return store.openMap(
                    name,
                    new MVMap.Builder<KeyValue, Object>().keyType(keyType(name)).valueType(BsonTypes.VALUE));
        }
        if (name.startsWith(SECONDARY)) {
            return store.openMap(
                    name,
                    new MVMap.Builder<KeyValue, byte[]>().keyType(keyType(name)).valueType(ByteArrayDataType.INSTANCE));
        }
        return store.openMap(
                name,
                new MVMap.Builder<String, Document>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(BsonTypes.DOCUMENT));
    }

    private static BsonTypes.KeyType keyType(String name) {
        var start = name.indexOf(':') + 1;
        return new BsonTypes.KeyType(name.substring(start, name.indexOf(':', start)));
    }

    <K, V> V put(MVMap<K, V> map, K key, V value) {
        note(map, PUT, key, value);
        return map.put(key, value);
    }

    <K, V> V remove(MVMap<K, V> map, K key) {
        var old = map.remove(key);
        if (old != null) {
            note(map, REMOVED, key, null);
        }
        return old;
    }

    void drop(MVMap<?, ?> map) {
        note(map, DROPPED, null, null);
        open.remove(map.getName());
        store.removeMap(map);
    }

    private <K, V> void note(MVMap<K, V> map, byte what, K key, V value) {
        if (pages.isEmpty()) {
            return;
        }
        var name = map.getName().getBytes(StandardCharsets.UTF_8);
        changes.putInt(name.length).put(name).put(what);
        if (key != null) {
            map.getKeyType().write(changes, key);
        }
        if (value != null) {
            map.getValueType().write(changes, value);
        }
    }

    /** What changed since the last call, for the redo log; empty when nothing did. */
    Optional<ByteBuffer> takeChanges() {
        if (changes.position() == 0) {
            return Optional.empty();
        }
        var taken = changes.getBuffer().duplicate().flip();
        // The taken bytes are written by another thread: they need a buffer of their own from here on.
        changes = new WriteBuffer(Math.min(taken.limit(), KEPT_BUFFER));
        return Optional.of(taken);
    }

    /** Makes the changes of one block again, without noting them. */
    void redo(ByteBuffer block) {
        while (block.hasRemaining()) {
            var name = new byte[block.getInt()];
            block.get(name);
            redoOne(new String(name, StandardCharsets.UTF_8), block);
        }
    }

    private void redoOne(String name, ByteBuffer block) {
        var what = block.get();
        MVMap<Object, Object> map = opened(name);
        if (what == DROPPED) {
            open.remove(name);
            store.removeMap(map);
        } else if (what == PUT) {
            map.put(map.getKeyType().read(block), map.getValueType().read(block));
        } else {
            map.remove(map.getKeyType().read(block));
        }
    }

    /** The epoch of the redo log that follows what the file holds. */
    long epoch() {
        var noted = catalog().get(EPOCH);
        return noted == null ? 0 : (Long) noted.get(EPOCH);
    }

    /**
     * Writes everything to the file as the state before {@code epoch}, and tidies the file a little. Not yet on the disk:
     * see {@link #sync}. Before it, every change must have been taken.
     */
    void commit(long epoch) {
        catalog().put(EPOCH, new Document(EPOCH, epoch));
        store.commit();
        // Moves pages only: what the file says stays the same.
        store.compact(WANTED_FILL, HOUSEKEEPING_BYTES);
        pages.ifPresent(StorePages::seal);
    }

    /** Brings the last commit to the disk. Any thread. */
    void sync() throws IOException {
        if (pages.isPresent()) {
            pages.get().settle();
        }
    }

    /** Bytes of changed pages in memory, which the next commit will write. */
    long unsaved() {
        return store.getUnsavedMemory();
    }

    /** The databases that have a collection. */
    Set<String> databases() {
        var names = new TreeSet<String>();
        for (var name : store.getMapNames()) {
            if (name.startsWith(DOCUMENTS)) {
                names.add(name.substring(DOCUMENTS.length(), name.indexOf('.')));
            }
        }
        return names;
    }

    /** Bytes of the file; 0 in memory. */
    long fileSize() {
        return store.getFileStore() == null ? 0 : store.getFileStore().size();
    }

    /** Until undone, nothing that the file holds is overwritten or cut off: for a copy while the store runs. */
    void keepOldPages(boolean keep) {
        store.setReuseSpace(!keep);
        retain(keep ? Integer.MAX_VALUE : 0);
    }

    /** Pages out of use may be overwritten at once: a checkpoint is all or nothing, so none is ever gone back to. */
    private void retain(int milliseconds) {
        if (pages.isPresent()) {
            store.setRetentionTime(milliseconds);
        }
    }

    /** Closes without writing: the file and the redo log already hold all that was acknowledged. */
    @Override
    public void close() {
        store.closeImmediately();
    }
}
