package io.zhiyong.appraisal;

import java.util.regex.Pattern;

/**
 * What may not be a basis of appraisal. Source: 政务移动互联网应用程序规范化管理办法, 国办函〔2026〕12号, known at second hand: no
 * compulsory check-in, points ranking or time online; no study time, likes, reposts or counts of votes on the net as a
 * basis. Logins and page views are counted here as the same things under another name.
 *
 * <p>Patterns meet text in lower case, full width narrowed; the Chinese ones with all space and punctuation taken out.
 */
enum Forbidden {
    DURATION(
            "时长|時長|在线时间|在線時間|在线小时|学习分钟|观看分钟|挂机|在线率|使用时间|停留时间|观看时间",
            "durations?|time spent|(minutes|hours|time) (spent|online|watched|logged)|(online|screen|watch|viewing|dwell) "
                    + "(time|hours|minutes)|time on (site|page|platform|line)",
            Source.CREDIT_AGAINST_REQUIREMENT),
    CHECK_IN(
            "打卡|签到|簽到|连续登录|连续学习天数|活跃天数|活跃度",
            "check ?ins?|clock ?ins?|sign ?ins?|punch ?ins?|streaks?|active days|daily actives?",
            Source.ACTIVITY_PARTICIPATION),
    LOGINS(
            "登录|登陆|登錄|上线次数|上线天数|启动次数",
            "log ?ins?|log ?ons?|logged in|app (opens|launches)|sessions opened",
            Source.TEST_RESULTS),
    LIKES("点赞|點贊|點讚|获赞|赞数|集赞", "likes?|thumbs up|upvotes?|hearts received", Source.EVALUATION),
    SHARES("转发|轉發|分享数|分享量|分享次数", "reposts?|retweets?|shares|shared posts|forwards|forwarding", Source.EVALUATION),
    VOTES(
            "网络投票|網絡投票|线上投票|网上投票|微信投票|投票数|得票数|票数",
            "votes|vote counts?|(online|net|web|public|open) (vote|voting|polls?)",
            Source.EVALUATION),
    RANKING(
            "积分|積分|排行|龙虎榜|(学习|在线|活跃|人气|步数).{0,4}(排名|名次)",
            "leader ?boards?|league tables?|points (rank|ranking|rankings|earned|collected)|rank(ing)? by points|"
                    + "(learning|study|online|activity|popularity) rank(ing)?s?",
            Source.CONTEST_PARTICIPATION),
    VIEWS(
            "浏览量|浏览次数|阅读量|阅读次数|点击|访问量|播放量|评论数|评论量|留言数|刷课",
            "page ?views?|views|clicks?|(page|site|app) visits|(video|number of) plays|comments? (count|posted)|number of comments",
            Source.TEST_RESULTS);

    private final Pattern chinese;
    private final Pattern english;
    private final Source substitute;

    Forbidden(String chinese, String english, Source substitute) {
        this.chinese = Pattern.compile(chinese);
        this.english = Pattern.compile("(?<![a-z])(" + english + ")(?![a-z])");
        this.substitute = substitute;
    }

    Pattern chinese() {
        return chinese;
    }

    Pattern english() {
        return english;
    }

    /** What lawfully says what such an indicator was meant to say. */
    Source substitute() {
        return substitute;
    }
}
