package io.zhiyong.org;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out whether somebody is who he says. Guessing is met by three bounds: a rate for each address, a growing delay for each account,
 * and one for each address that keeps failing. An address from which the person has signed in before has a delay of its
 * own for him, so strangers elsewhere cannot shut him out.
 */
final class SignInRoom {
    private final PersonStore people;
    private final PasswordStore passwords;
    private final AttemptStore attempts;
    private final HashingRoom hashing;
    private final int ratePerMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    /** @param ratePerMinute sign-ins from one address; twice as many at once */
    SignInRoom(
            PersonStore people,
            PasswordStore passwords,
            AttemptStore attempts,
            HashingRoom hashing,
            int ratePerMinute) {
        this.people = people;
        this.passwords = passwords;
        this.attempts = attempts;
        this.hashing = hashing;
        this.ratePerMinute = ratePerMinute;
    }

    Future<Void> start() {
        return attempts.start();
    }

    /** What came in. */
    record Claim(String account, String secret, String address, Instant now) {
        Claim {
            account = Account.plain(account);
        }
    }

    /** How a claim was proved. */
    enum Proof {
        PASSWORD,
        /** A one-time code: he has to choose a password before he may come in. */
        CODE
    }

    /** Who it is. */
    record Proved(Person person, Proof proof) {}

    /** A claim with what is known of the account. */
    private record Case(Claim claim, Optional<Person> person, PasswordStore.Credential credential) {
        /** The door whose failures count. */
        String door() {
            return credential.addresses().contains(claim.address())
                    ? AttemptStore.key("account", claim.account(), claim.address())
                    : AttemptStore.key("account", claim.account());
        }

        String addressDoor() {
            return AttemptStore.key("address", claim.address());
        }

        boolean provedByCode() {
            return credential
                    .code()
                    .filter(PasswordStore.hashOf(claim.secret())::equals)
                    .isPresent();
        }
    }

    /** Fails with a refusal that does not tell which of the two was wrong, or that too much was tried. */
    Future<Proved> prove(Claim claim) {
        return Future.succeededFuture(claim)
                .compose(this::open)
                .compose(this::admit)
                .compose(admitted -> judge(admitted).compose(proof -> conclude(admitted, proof)));
    }

    private void requireRate(String address) {
        var bucket = buckets.get(address, any -> Bucket.builder()
                .addLimit(
                        limit -> limit.capacity(2L * ratePerMinute).refillGreedy(ratePerMinute, Duration.ofMinutes(1)))
                .build());
        if (!bucket.tryConsume(1)) {
            throw Refusal.tooMany("org.refusal.rate");
        }
    }

    private Future<Case> open(Claim claim) {
        requireRate(claim.address());
        return people.byAccount(claim.account())
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(new Case(claim, found, PasswordStore.Credential.NONE))
                        : passwords
                                .of(found.get().id(), claim.now())
                                .map(credential -> new Case(claim, found.filter(Person::active), credential)));
    }

    private Future<Case> admit(Case open) {
        return attempts.requireOpen(
                        open.addressDoor(), Lockout.Rule.ADDRESS, open.claim().now())
                .compose(passed -> attempts.enter(
                        open.door(), Lockout.Rule.ACCOUNT, open.claim().now()))
                .map(open);
    }

    private Future<Optional<Proof>> judge(Case open) {
        return hashing.matches(open.claim().secret(), open.credential().hash())
                .map(matches -> matches
                        ? Optional.of(Proof.PASSWORD)
                        : Optional.of(Proof.CODE).filter(code -> open.provedByCode()));
    }

    private Future<Proved> conclude(Case open, Optional<Proof> proof) {
        if (open.person().isEmpty() || proof.isEmpty()) {
            return attempts.enter(
                            open.addressDoor(),
                            Lockout.Rule.ADDRESS,
                            open.claim().now())
                    .otherwiseEmpty()
                    .compose(counted -> Future.failedFuture(Refusal.invalid("password", "org.refusal.signIn")));
        }
        var person = open.person().get();
        return attempts.clear(open.door())
                .compose(cleared -> passwords.remember(
                        person.id(), open.credential(), open.claim().address()))
                .map(new Proved(person, proof.get()));
    }

    /** Chooses the first password, or a new one, by a one-time code, which is used up. */
    Future<Person> redeem(Claim claim, String password) {
        return prove(claim)
                .map(proved -> {
                    PasswordPolicy.check("password", password, claim.account());
                    return proved;
                })
                .compose(proved -> proved.proof() == Proof.CODE
                        ? hashing.hash(password)
                                .compose(hash ->
                                        passwords.useCode(proved.person().id(), claim.secret(), hash, claim.now()))
                                .map(used -> requireUsed(used, proved.person()))
                        : Future.failedFuture(Refusal.invalid("code", "org.refusal.code")));
    }

    private static Person requireUsed(boolean used, Person person) {
        if (!used) {
            throw Refusal.invalid("code", "org.refusal.code");
        }
        return person;
    }

    /** Changes one's own password; the present one is asked for, with a door of its own against guessing it. */
    Future<Void> change(Person person, String current, String fresh, Instant now) {
        PasswordPolicy.check("fresh", fresh, person.account());
        var door = AttemptStore.key("own", person.id().value());
        return attempts.enter(door, Lockout.Rule.ACCOUNT, now)
                .compose(passed -> passwords.of(person.id(), now))
                .compose(credential -> hashing.matches(current, credential.hash()))
                .compose(matches -> matches
                        ? attempts.clear(door)
                        : Future.failedFuture(Refusal.invalid("current", "org.refusal.currentPassword")))
                .compose(cleared -> setPassword(person.id(), fresh, now));
    }

    Future<Void> setPassword(PersonId person, String password, Instant now) {
        return hashing.hash(password).compose(hash -> passwords.set(person, hash, now));
    }

    Future<Long> sweep(Instant now) {
        return attempts.sweep(now);
    }
}
