/** The question bank (题库): questions and their versions, formats they come in, papers drawn from them, marking. */
package io.zhiyong.questionbank;
