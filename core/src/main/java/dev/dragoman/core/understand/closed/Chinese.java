package dev.dragoman.core.understand.closed;

/// The words of Chinese replies, in simplified and traditional characters.
final class Chinese {
  private Chinese() {}

  static Lexicon lexicon() {
    Lexicon.Builder words = new Lexicon.Builder();
    answers(words);
    concepts(words);
    return words.build();
  }

  private static void answers(Lexicon.Builder words) {
    words
        .add(Role.PLAIN, "是, 是的, 不, 不是, 否")
        .add(
            Role.ONLY,
            """
                有, 会, 會, 要, 想, 好, 对, 對, 没, 沒, 不要, 需要, 没有, 沒有, 行, 可以, 不会, 不會, 不想, 不能""")
        .add(
            Role.STALL,
            """
                等一会, 等會, 稍等, 稍等一下, 一会儿, 等等我, 马上""")
        .add(
            Role.YES,
            """
            是, 是的, 对, 對, 对的, 對的, 好, 好的, 好啊, 好呀, 可以, 行, 行的, 嗯, 嗯嗯, 没问题, 沒問題
            当然, 當然, 同意, 确认, 確認, 要, 要的, 愿意, 願意, 没错, 沒錯, 为什么不, 必须的, 有, 有的, 会, 會
            需要, 想, 想要, 是啊, 对啊, 對啊, 正确, ok, okay, yes, 应该是, 我觉得是, 恐怕是, 肯定, 一定""")
        .add(
            Role.NO,
            """
            不, 不是, 不用, 不用了, 不要, 不要了, 不行, 不可以, 不好, 不对, 不對, 没有, 沒有, 没, 沒, 还没, 還沒
            还没有, 還沒有, 不需要, 不想, 不同意, 不会, 不會, 不愿意, 算了, 不必, 不必了, 绝不, 从不, 从来没有
            当然不, 拒绝, 拒絕, 不了, 没兴趣, 沒興趣, 我觉得不是, 恐怕不行, 否, no, 不能, 才不""")
        .add(
            Role.UNKNOWN,
            """
            不知道, 不清楚, 不确定, 不確定, 不太清楚, 不太确定, 没想好, 沒想好, 还没想好, 還沒想好
            还没决定, 還沒決定, 没决定, 不记得, 不記得, 不晓得, 说不好, 不好说, 忘了, 再想想, 看情况""")
        .add(
            Role.ANY,
            """
            随便, 隨便, 都可以, 都行, 无所谓, 無所謂, 哪个都行, 哪個都行, 任意, 都好, 不挑, 不限, 任何一个
            你决定, 你選, 你选, 没有偏好, 怎样都行""")
        .add(Role.NEITHER, "都不是, 都不要, 都不, 都没有, 都沒有, 一个都不, 以上都不是, 没有一个")
        .add(Role.ALL, "全部, 所有, 都要, 都是, 两个都, 兩個都, 全都")
        .add(Role.OTHER, "其他, 其它, 别的, 別的, 另外, 其他问题, 其他原因, 以上都不是, 另一个")
        .add(Role.PERSON, "人工, 人工客服, 真人, 客服, 转人工, 轉人工, 人工服务, 找人, 跟人说, 客服人员, 坐席, 专员")
        .add(Role.NEGATION, "不, 不是, 不要, 没, 沒, 没有, 沒有, 别, 別, 不想, 不用, 除了, 而不是, 非, 无, 無, 未")
        .add(
            Role.FILLER,
            """
            请, 請, 谢谢, 謝謝, 麻烦, 麻煩, 你好, 您好, 我, 我要, 我想, 我想要, 我选, 我選, 选, 選, 要, 想, 的, 了
            吧, 啊, 呀, 呢, 哦, 喔, 嘛, 就, 那, 那个, 那個, 这个, 這個, 个, 個, 给我, 給我, 来, 來, 一下, 应该
            可能, 大概, 也许, 觉得, 我觉得, 是, 哈, 哈哈, 住在, 在, 我在, 我是, 帮我, 幫我, 只, 还是, 想办""")
        .add(
            Role.FUNCTION,
            """
            你, 您, 他, 她, 它, 我们, 我們, 你们, 你們, 和, 跟, 与, 或, 也, 都, 很, 太, 有, 这, 這, 就是, 把, 被
            从, 對, 对, 给, 給, 到, 上, 下, 里, 什, 么, 们, 着, 过, 得, 地, 以, 为, 因, 所, 而, 但, 去, 做""");
  }

  private static void concepts(Lexicon.Builder words) {
    words
        .add(
            Role.QUESTION,
            """
            什么, 什麼, 怎么, 怎麼, 为什么, 為什麼, 多少, 哪里, 哪裡, 哪儿, 谁, 誰, 几点, 幾點, 何时, 怎样, 有没有
            有沒有, 是不是, 能不能, 可不可以, 请问, 請問, 多久, 多少钱, 你们有, 你們有, 你是""")
        .add(Role.REQUEST, "我可以, 可以给我, 能给我, 能不能给我, 可以帮我, 能帮我, 我能")
        .add(Role.CORRECTION, "不对, 不對, 等等, 等一下, 说错了, 說錯了, 我是说, 我是說, 改成, 还是算了, 抱歉")
        .add(Role.OR, "或, 或者, 或是")
        .add(Role.FUNCTION, "或者, 或是")
        .add(Role.BUT, "但是, 但, 不过, 不過, 可是")
        .add(Role.OPTION, "第, 选项, 選項, 号, 號, 答案, 编号, 選擇")
        .add(Role.LAST, "最后, 最後, 最后一个, 最後一個, 末尾, 最下面, 最下面的")
        .add(Role.MIDDLE, "中间, 中間, 中间的, 中間的, 中间那个, 中間那個")
        .add(Role.MORE, "超过, 超過, 大于, 多于, 不止")
        .add(Role.LESS, "不到, 少于, 小于, 低于")
        .add(Role.AT_LEAST, "至少, 起码, 最少")
        .add(Role.AT_MOST, "最多, 至多, 不超过, 不超過")
        .numbers("一/壹, 二/两/兩/贰, 三/叁, 四, 五, 六, 七, 八, 九, 十");
  }
}
