/** Tests (考试): set by a blueprint, sat question by question with every answer kept, marked by program, told to the record. */
package io.zhiyong.exam;
