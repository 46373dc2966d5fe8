/**
 * Credit (学时): what a rule, kept as data with its source and its own test cases, certifies from evidence; and the
 * append-only ledger of it. Time spent (时长) has no place here: no type in this package holds how long somebody was online.
 */
package io.zhiyong.credit;
