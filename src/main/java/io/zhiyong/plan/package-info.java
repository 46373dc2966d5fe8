/**
 * Plans (学习计划): who must do what by when; and the completion board, which says who has. What was done is read from the learning
 * record and from nothing else.
 */
package io.zhiyong.plan;
