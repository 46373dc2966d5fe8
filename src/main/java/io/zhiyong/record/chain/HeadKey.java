package io.zhiyong.record.chain;

import io.zhiyong.base.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.HexFormat;

/** The Ed25519 key (RFC 8032) that signs tree heads. */
public final class HeadKey {
    private static final String ALGORITHM = "Ed25519";

    private final KeyPair pair;
    private final String name;

    private HeadKey(KeyPair pair) {
        this.pair = pair;
        this.name = HexFormat.of()
                .formatHex(Hashes.sha256(pair.getPublic().getEncoded()))
                .substring(0, 16);
    }

    public static HeadKey fresh() {
        try {
            return new HeadKey(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From its two halves, X.509 and PKCS #8. */
    public static HeadKey of(byte[] publicHalf, byte[] privateHalf) {
        try {
            var keys = KeyFactory.getInstance(ALGORITHM);
            return new HeadKey(new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(publicHalf)),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(privateHalf))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of the tree heads cannot be read", e);
        }
    }

    public String name() {
        return name;
    }

    public byte[] publicHalf() {
        return pair.getPublic().getEncoded();
    }

    byte[] privateHalf() {
        return pair.getPrivate().getEncoded();
    }

    TreeHead sign(String home, long size, byte[] root, Instant at) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(TreeHead.text(home, size, root, at, name).getBytes(StandardCharsets.UTF_8));
            return new TreeHead(home, size, root, at, name, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this key signed the head as it stands. */
    public boolean signed(TreeHead head) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(pair.getPublic());
            signature.update(head.text().getBytes(StandardCharsets.UTF_8));
            return signature.verify(head.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
