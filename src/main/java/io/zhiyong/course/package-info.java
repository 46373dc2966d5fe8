/**
 * Courses (课程): lessons that are read, watched and mastered by their checkpoints. Completion is mastery, never time on a clock;
 * where one was is kept only so that one can go on there.
 */
package io.zhiyong.course;
