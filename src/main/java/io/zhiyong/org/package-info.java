/** Who there is: units, people, posts and roles; who is asking: sign-in and sessions; who did what: the audit log. */
package io.zhiyong.org;
