/**
 * Appraisal (考核): indicators with a formula and evidence, points that open down to the statement they rest on, grades as a
 * proposal to people, publicity and review. Nothing here is overwritten; a recomputation is a new record.
 */
package io.zhiyong.appraisal;
