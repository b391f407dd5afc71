<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AfterPage</name>
    <message>
        <source>Print the client&apos;s copy</source>
        <translation>打印客户联</translation>
    </message>
    <message>
        <source>Keep as PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>The client has left</source>
        <translation>客户已离开</translation>
    </message>
    <message>
        <source>Write down what you take from it</source>
        <translation>写心得</translation>
    </message>
    <message>
        <source>No printer here. The copy can be kept as a file.</source>
        <translation>这台电脑没有打印机，可以存成文件。</translation>
    </message>
    <message>
        <source>Said in passing</source>
        <translation>随口提到</translation>
    </message>
    <message>
        <source>Recorded: {count}</source>
        <translation>已记下 {count} 条诉求</translation>
    </message>
</context>
<context>
    <name>AlikeLine</name>
    <message>
        <source>Similar concerns: {count}</source>
        <translation>相似诉求 {count} 条</translation>
    </message>
    <message>
        <source>{count} very similar</source>
        <translation>其中很像 {count} 条</translation>
    </message>
    <message>
        <source>very similar</source>
        <translation>很像</translation>
    </message>
    <message>
        <source>similar</source>
        <translation>相似</translation>
    </message>
    <message>
        <source>Answered: {answer}</source>
        <translation>当时答复：{answer}</translation>
    </message>
    <message>
        <source>Common matter: {title}</source>
        <translation>共性问题：{title}</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>In whose name</source>
        <translation>以谁的名义</translation>
    </message>
    <message>
        <source>Please fill this in</source>
        <translation>请填写</translation>
    </message>
    <message>
        <source>Change this answer</source>
        <translation>修改口径</translation>
    </message>
    <message>
        <source>New answer</source>
        <translation>新口径</translation>
    </message>
    <message>
        <source>Somebody else agrees to it before it is offered to hosts.</source>
        <translation>另一人批准之后，接待人才会看到。</translation>
    </message>
    <message>
        <source>What clients ask</source>
        <translation>客户会怎么问</translation>
    </message>
    <message>
        <source>What we tell them</source>
        <translation>我们怎么答</translation>
    </message>
    <message>
        <source>What was seen and the next step, as one says it.</source>
        <translation>说看到了什么、下一步是什么，像当面说话一样。</translation>
    </message>
    <message>
        <source>Do not promise</source>
        <translation>不要承诺</translation>
    </message>
    <message>
        <source>Shown to the host beside the answer, on no paper; a client may glance at it.</source>
        <translation>显示在接待人的屏幕上，不上纸；客户可能瞥见，请写得得体。</translation>
    </message>
    <message>
        <source>Further words to find it by</source>
        <translation>关键词（帮助查找）</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>such as 2026-12-31</source>
        <translation>例如 2026-12-31</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>起草人</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Save as a draft</source>
        <translation>存为待审</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不改了</translation>
    </message>
</context>
<context>
    <name>AnswerHelp</name>
    <message>
        <source>These are words of my own</source>
        <translation>这是我自己的话，不用口径</translation>
    </message>
    <message>
        <source>Agreed answer: {question}</source>
        <translation>统一口径：{question}</translation>
    </message>
    <message>
        <source>Do not promise: {text}</source>
        <translation>不要承诺：{text}</translation>
    </message>
    <message>
        <source>A note for us: lift the cover to read it (F12)</source>
        <translation>内部提示，揭开可见（F12）</translation>
    </message>
</context>
<context>
    <name>AnswerPane</name>
    <message>
        <source>Do not promise: {text}</source>
        <translation>不要承诺：{text}</translation>
    </message>
    <message>
        <source>A change waits for somebody to agree</source>
        <translation>有一条修改等待批准</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>看修改</translation>
    </message>
    <message>
        <source>In its place now</source>
        <translation>现在对客户说的是</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>还没有人</translation>
    </message>
    <message>
        <source>{count} concerns</source>
        <translation>{count} 条诉求</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>还没有用过</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>起草人</translation>
    </message>
    <message>
        <source>Agreed by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>已用于</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Agree to it</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>To be agreed by another person: {roles}.</source>
        <translation>须由另一人批准：{roles}。</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>这里看一件诉求</translation>
    </message>
    <message>
        <source>An answer, and what must not be promised with it, appears here.</source>
        <translation>选一条，这里显示怎么答、什么不能承诺。</translation>
    </message>
</context>
<context>
    <name>AnswersFlow</name>
    <message>
        <source>Saved. Somebody else agrees to it before it is offered.</source>
        <translation>已存。另一人批准后才会提供给接待人。</translation>
    </message>
    <message>
        <source>The form was left, nothing was saved</source>
        <translation>已退出填写，没有保存</translation>
    </message>
    <message>
        <source>Agreed: hosts are offered it from now on.</source>
        <translation>已批准，从现在起提供给接待人。</translation>
    </message>
    <message>
        <source>Withdrawn: it is offered no more</source>
        <translation>已撤下，不再提供</translation>
    </message>
    <message>
        <source>Put back.</source>
        <translation>已恢复。</translation>
    </message>
    <message>
        <source>List of answers</source>
        <translation>口径表</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.csv);;All files (*)</source>
        <translation>名单 (*.xlsx *.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose first in whose name the list is taken in.</source>
        <translation>请先选以谁的名义导入。</translation>
    </message>
    <message>
        <source>{read} read: {added} drafts added, {known} known already, {out} left out</source>
        <translation>读到 {read} 条：新增待审 {added} 条，已有 {known} 条，未收 {out} 条</translation>
    </message>
    <message>
        <source>row {row}: {why}</source>
        <translation>第 {row} 行：{why}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 条</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>In whose name</source>
        <translation>以谁的名义</translation>
    </message>
    <message>
        <source>No agreed answers yet</source>
        <translation>还没有统一口径</translation>
    </message>
    <message>
        <source>What is told to clients in one voice stands here. Write the first one, or import a list.</source>
        <translation>对客户说的同一句话，放在这里。先写一条，或导入一张表。</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>写一条口径</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try other words, pinyin, the first letters, or another view.</source>
        <translation>换几个字、拼音或首字母试试，或换一个分类。</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>这里没有</translation>
    </message>
    <message>
        <source>No answer stands so today.</source>
        <translation>今天没有这样的口径。</translation>
    </message>
    <message>
        <source>{count} in use</source>
        <translation>{count} 条有效</translation>
    </message>
    <message>
        <source>Half of all answers on the spot: within {agreed} min with an agreed answer, {free} min without</source>
        <translation>现场答复用时（中位数）：用口径 {agreed} 分钟，没用口径 {free} 分钟</translation>
    </message>
    <message>
        <source>Agreed answers</source>
        <translation>统一口径</translation>
    </message>
    <message>
        <source>Words, pinyin, first letters</source>
        <translation>原文、拼音、首字母</translation>
    </message>
    <message>
        <source>Import answers</source>
        <translation>导入口径表</translation>
    </message>
    <message>
        <source>New answer</source>
        <translation>新口径</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What clients ask</source>
        <translation>客户会怎么问</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>up and down</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新写一条</translation>
    </message>
</context>
<context>
    <name>ArrivalsFlow</name>
    <message>
        <source>The check-in is taken back</source>
        <translation>签到已撤回</translation>
    </message>
    <message>
        <source>The check-in counts again</source>
        <translation>签到已恢复</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>请入</translation>
    </message>
    <message>
        <source>Confirmed who it was</source>
        <translation>已核对是谁</translation>
    </message>
    <message>
        <source>The two records are one person now</source>
        <translation>两条记录已合为一人</translation>
    </message>
</context>
<context>
    <name>ArrivalsPage</name>
    <message>
        <source>Check-ins</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Name, room, desk</source>
        <translation>姓名、房号、签到台</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Walk-ins</source>
        <translation>未受邀到访</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>15 minutes from {time}</source>
        <translation>{time} 起 15 分钟</translation>
    </message>
    <message>
        <source>Numbers of the day</source>
        <translation>现场数字</translation>
    </message>
    <message>
        <source>In</source>
        <translation>已签到</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>请到服务台</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>重复到访</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Check-in desk</source>
        <translation>签到台</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>这里没有</translation>
    </message>
    <message>
        <source>No check-in of this event fits.</source>
        <translation>这场活动没有符合的签到。</translation>
    </message>
    <message>
        <source>No event yet</source>
        <translation>还没有活动</translation>
    </message>
    <message>
        <source>Who comes to an event stands here.</source>
        <translation>谁来参加活动，会出现在这里。</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>Name not known yet</source>
        <translation>还不知道是谁</translation>
    </message>
    <message>
        <source>First came</source>
        <translation>首次到访</translation>
    </message>
    <message>
        <source>Let in because</source>
        <translation>请入原因</translation>
    </message>
    <message>
        <source>Let in without being on this computer&apos;s list. Who was it?</source>
        <translation>签到时名单上没有。请核对是哪一位。</translation>
    </message>
    <message>
        <source>Say who it was</source>
        <translation>核对是谁</translation>
    </message>
    <message>
        <source>Same person as one on the list</source>
        <translation>与名单上的是同一人</translation>
    </message>
    <message>
        <source>Let it count again</source>
        <translation>恢复这次签到</translation>
    </message>
    <message>
        <source>Take this check-in back</source>
        <translation>撤回这次签到</translation>
    </message>
    <message>
        <source>Let in after all</source>
        <translation>补签到</translation>
    </message>
    <message>
        <source>Open the client</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Whole history</source>
        <translation>全部历史</translation>
    </message>
</context>
<context>
    <name>AsideLine</name>
    <message>
        <source>Said in passing</source>
        <translation>随口提到</translation>
    </message>
    <message>
        <source>A few words are enough; it can become a concern later</source>
        <translation>几个字就够，以后可以转为诉求</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>记下</translation>
    </message>
</context>
<context>
    <name>Asides</name>
    <message>
        <source>Make it a concern</source>
        <translation>转为诉求</translation>
    </message>
    <message>
        <source>Write on</source>
        <translation>接着写</translation>
    </message>
</context>
<context>
    <name>BatchPane</name>
    <message>
        <source>{count} picked out</source>
        <translation>已选 {count} 件</translation>
    </message>
    <message>
        <source>Pick none</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>催签</translation>
    </message>
    <message>
        <source>They have no step in common that is not decided one by one.</source>
        <translation>它们没有可以一起走的步骤，请逐件处理。</translation>
    </message>
    <message>
        <source>not: {names}</source>
        <translation>不行的：{names}</translation>
    </message>
    <message>
        <source>{step} {count}</source>
        <translation>{step} {count} 件</translation>
    </message>
    <message>
        <source>Not done, and why</source>
        <translation>没有办成的，原因</translation>
    </message>
    <message>
        <source>Export these</source>
        <translation>导出这些</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>派单函</translation>
    </message>
</context>
<context>
    <name>BesideColumn</name>
    <message>
        <source>Promises not kept yet</source>
        <translation>未兑现的承诺</translation>
    </message>
    <message>
        <source>Nothing is owed to this client.</source>
        <translation>没有欠着这位客户的承诺。</translation>
    </message>
    <message>
        <source>{count} d late</source>
        <translation>已过期 {count} 天</translation>
    </message>
    <message>
        <source>Said in passing</source>
        <translation>随口提到</translation>
    </message>
    <message>
        <source>Make it a concern</source>
        <translation>转为诉求</translation>
    </message>
    <message>
        <source>Building {building}: {count}</source>
        <translation>{building} 栋 {count} 条</translation>
    </message>
    <message>
        <source>Said in the same building</source>
        <translation>同楼栋也说过</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>看全部</translation>
    </message>
    <message>
        <source>Said before</source>
        <translation>上次说过</translation>
    </message>
    <message>
        <source>Add to it</source>
        <translation>补充</translation>
    </message>
    <message>
        <source>What the client adds</source>
        <translation>客户补充的话</translation>
    </message>
    <message>
        <source>Keep the addition</source>
        <translation>记下补充</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>BoardWindow</name>
    <message>
        <source>Qinting, calling board</source>
        <translation>亲听 · 叫号屏</translation>
    </message>
</context>
<context>
    <name>BoxNames</name>
    <message>
        <source>{n}: solved on the spot</source>
        <translation>第 {n} 件：当场解决</translation>
    </message>
    <message>
        <source>{n}: to be followed up</source>
        <translation>第 {n} 件：需后续办理</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Relation: {word}</source>
        <translation>身份：{word}</translation>
    </message>
    <message>
        <source>No name, please</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>We may enter to check again</source>
        <translation>准予入户复查</translation>
    </message>
    <message>
        <source>The record is right</source>
        <translation>记录属实</translation>
    </message>
    <message>
        <source>Something to add</source>
        <translation>有补充</translation>
    </message>
    <message>
        <source>A, satisfied</source>
        <translation>对答复：A 满意</translation>
    </message>
    <message>
        <source>B, mostly satisfied</source>
        <translation>对答复：B 基本满意</translation>
    </message>
    <message>
        <source>C, not satisfied</source>
        <translation>对答复：C 不满意</translation>
    </message>
    <message>
        <source>Signed by the owner</source>
        <translation>签字人：本人</translation>
    </message>
    <message>
        <source>Signed by the spouse</source>
        <translation>签字人：配偶</translation>
    </message>
    <message>
        <source>Signed by an agent</source>
        <translation>签字人：受托</translation>
    </message>
    <message>
        <source>Signed by somebody else</source>
        <translation>签字人：其他</translation>
    </message>
</context>
<context>
    <name>BoxRow</name>
    <message>
        <source>Ticked</source>
        <translation>勾了</translation>
    </message>
    <message>
        <source>Not ticked</source>
        <translation>没勾</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>待看</translation>
    </message>
</context>
<context>
    <name>CadencePane</name>
    <message>
        <source>How often each level receives clients</source>
        <translation>各职级接待频次</translation>
    </message>
    <message>
        <source>Set it anew</source>
        <translation>重新设定</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>职级</translation>
    </message>
    <message>
        <source>In every</source>
        <translation>每</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>起算月</translation>
    </message>
    <message>
        <source>How many times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>month {number}</source>
        <translation>{number}月</translation>
    </message>
    <message>
        <source>It begins with a period of its own; periods that are over keep what was owed in them.</source>
        <translation>从新周期的第一天起用；已经过去的周期，应接待的次数不变。</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>nothing by a fixed rule</source>
        <translation>没有固定要求</translation>
    </message>
    <message>
        <source>{count} in every {period}</source>
        <translation>每{period} {count} 次</translation>
    </message>
    <message>
        <source>counted from month {number}</source>
        <translation>从 {number} 月起算</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>two months</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>four months</source>
        <translation>四个月</translation>
    </message>
    <message>
        <source>half year</source>
        <translation>半年</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>Show the number</source>
        <translation>显示号码</translation>
    </message>
    <message>
        <source>Wants no calls</source>
        <translation>免打扰</translation>
    </message>
    <message>
        <source>Choose somebody to call, or take a call that comes in.</source>
        <translation>选一位客户回访，或者接听来电。</translation>
    </message>
    <message>
        <source>On the line</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未留姓名</translation>
    </message>
    <message>
        <source>Not at this hour</source>
        <translation>不在拨打时段</translation>
    </message>
    <message>
        <source>asked at {time}</source>
        <translation>{time} 来电</translation>
    </message>
    <message>
        <source>{count} tries, the last at {time}: {result}</source>
        <translation>已试 {count} 次，上次 {time} {result}</translation>
    </message>
    <message>
        <source>hidden again in a minute</source>
        <translation>一分钟后自动隐藏</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>没有号码</translation>
    </message>
</context>
<context>
    <name>CallPane</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show each number I come to</source>
        <translation>到哪一位就显示哪一位的号码</translation>
    </message>
    <message>
        <source>What they said (may stay empty)</source>
        <translation>客户怎么说（可不写）</translation>
    </message>
    <message>
        <source>Which slot do they move to?</source>
        <translation>改到哪一场？</translation>
    </message>
    <message>
        <source>Why into this slot all the same? Enter notes it</source>
        <translation>为什么还要加进这一场？回车记下</translation>
    </message>
    <message>
        <source>Its time or name; Enter notes it</source>
        <translation>写时间或名称，回车记下</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>重发邀请码</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>收回邀请</translation>
    </message>
    <message>
        <source>Save code</source>
        <translation>存邀请码</translation>
    </message>
    <message>
        <source>Card to hand over</source>
        <translation>打印卡片</translation>
    </message>
    <message>
        <source>{slot} · {count} left</source>
        <translation>{slot} · 剩 {count}</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>The new code has not been sent to the client yet.</source>
        <translation>新邀请码还没有发给客户。</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>联系经过</translation>
    </message>
</context>
<context>
    <name>CallSide</name>
    <message>
        <source>How we answer</source>
        <translation>应答语</translation>
    </message>
    <message>
        <source>What we say</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>of {owed} conversations</source>
        <translation>/ {owed} 通真实通话</translation>
    </message>
    <message>
        <source>received {received} · called back {called_back}</source>
        <translation>接听 {received} · 回访 {called_back}</translation>
    </message>
    <message>
        <source>quota reached</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not counted: {tries}</source>
        <translation>不计数：{tries}</translation>
    </message>
    <message>
        <source>coach: {name}</source>
        <translation>带教员：{name}</translation>
    </message>
</context>
<context>
    <name>CallTable</name>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>客户怎么说</translation>
    </message>
</context>
<context>
    <name>CallingBoard</name>
    <message>
        <source>Now please</source>
        <translation>请前往</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>刚才</translation>
    </message>
    <message>
        <source>Our staff will come for you</source>
        <translation>工作人员来接您</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候中</translation>
    </message>
    <message>
        <source>Everybody is called in turn</source>
        <translation>后面的客人也会按顺序请到</translation>
    </message>
    <message>
        <source>Nobody is waiting now. Please have a look at the show flat first</source>
        <translation>现在没有人等候，请您先看看样板间</translation>
    </message>
    <message>
        <source>Please have a seat, a chime will call you</source>
        <translation>请您稍坐，叫到您会有提示音</translation>
    </message>
    <message>
        <source>Please look out for our staff</source>
        <translation>请留意工作人员的招呼</translation>
    </message>
    <message>
        <source>Anything else? Please ask our staff</source>
        <translation>有事请找身边的工作人员</translation>
    </message>
    <message>
        <source>Please have a seat</source>
        <translation>请您稍坐</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎您</translation>
    </message>
    <message>
        <source>No event today</source>
        <translation>今天没有活动</translation>
    </message>
    <message>
        <source>One moment please, our staff will come for you</source>
        <translation>请稍候，工作人员马上来请您</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>Calls</source>
        <translation>热线</translation>
    </message>
    <message>
        <source>My tasks</source>
        <translation>我的待办</translation>
    </message>
    <message>
        <source>Talks today</source>
        <translation>今日接待</translation>
    </message>
    <message>
        <source>Qinting</source>
        <translation>亲听</translation>
    </message>
    <message>
        <source>Notes of the host</source>
        <translation>高管手记</translation>
    </message>
    <message>
        <source>Who called? Enter keeps it</source>
        <translation>来电人姓名，回车保存</translation>
    </message>
    <message>
        <source>Their number, if they told it</source>
        <translation>电话（说了再记）</translation>
    </message>
    <message>
        <source>A call comes in</source>
        <translation>来电接听</translation>
    </message>
    <message>
        <source>Nobody is to be called. The office adds the list of callbacks.</source>
        <translation>没有待回访的客户。清单由办公室导入。</translation>
    </message>
    <message>
        <source>You take part in no campaign</source>
        <translation>您没有参加热线实践</translation>
    </message>
    <message>
        <source>The office puts people into a campaign; then the calls stand here.</source>
        <translation>办公室把您加入活动后，通话会出现在这里。</translation>
    </message>
    <message>
        <source>To call</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>Calls made</source>
        <translation>已打的电话</translation>
    </message>
    <message>
        <source>No call so far.</source>
        <translation>还没有通话。</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>calls are made from {first} to {last}</source>
        <translation>{first} 到 {last} 可以拨打</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未留姓名</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>均可</translation>
    </message>
    <message>
        <source>No calls</source>
        <translation>免打扰</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>指定给您</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
</context>
<context>
    <name>CallsPart</name>
    <message>
        <source>All owners</source>
        <translation>全部负责人</translation>
    </message>
    <message>
        <source>Without an owner</source>
        <translation>没有负责人</translation>
    </message>
    <message>
        <source>Name, room, end of phone</source>
        <translation>姓名、房号、手机尾号</translation>
    </message>
    <message>
        <source>note the result</source>
        <translation>记结果</translation>
    </message>
    <message>
        <source>up and down</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>what they said</source>
        <translation>写客户的话</translation>
    </message>
    <message>
        <source>number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Copy reminders</source>
        <translation>复制提醒</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>存成表格</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Note {count} as sent</source>
        <translation>{count} 位记为已发</translation>
    </message>
    <message>
        <source>The first {count} of {total}: choose an owner or a slot</source>
        <translation>只列出 {total} 位中的前 {count} 位，请选负责人或场次</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>这里没有人</translation>
    </message>
    <message>
        <source>Nobody of the list fits what was chosen.</source>
        <translation>名单里没有符合条件的客户。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>看全部</translation>
    </message>
    <message>
        <source>Nobody is on the list</source>
        <translation>名单还是空的</translation>
    </message>
    <message>
        <source>Import the client list of this event first.</source>
        <translation>请先导入这场活动的客户名单。</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>未回</translation>
    </message>
</context>
<context>
    <name>CampaignCalls</name>
    <message>
        <source>Way</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Time of the call</source>
        <translation>呼叫时间</translation>
    </message>
    <message>
        <source>Words of the client, still to be entered</source>
        <translation>客户原话（待补录）</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Who listened and scores</source>
        <translation>旁听评分人</translation>
    </message>
    <message>
        <source>Why this call counts nowhere</source>
        <translation>作废原因</translation>
    </message>
    <message>
        <source>Who called</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Enter the words</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>Keep the name</source>
        <translation>保存来电人</translation>
    </message>
    <message>
        <source>Keep the score</source>
        <translation>保存评分</translation>
    </message>
    <message>
        <source>Choose a call to enter its words, score it, or declare it void.</source>
        <translation>选一通电话：补录原话、评分或作废。</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>To be entered</source>
        <translation>待补录</translation>
    </message>
    <message>
        <source>This call</source>
        <translation>这通电话</translation>
    </message>
    <message>
        <source>Count it again</source>
        <translation>恢复计数</translation>
    </message>
    <message>
        <source>Declare it void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Please say why</source>
        <translation>请写原因</translation>
    </message>
</context>
<context>
    <name>CampaignFile</name>
    <message>
        <source>Log of calls</source>
        <translation>通话记录</translation>
    </message>
    <message>
        <source>List of calls to make</source>
        <translation>待回访清单</translation>
    </message>
    <message>
        <source>What each column is. What you choose is remembered for files with these headings.</source>
        <translation>每一列是什么。您的选择会记住，下次同样的表头照用。</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Do not take it in</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>Client&apos;s name</source>
        <translation>客户姓名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>分机</translation>
    </message>
    <message>
        <source>When they called</source>
        <translation>来电时间</translation>
    </message>
    <message>
        <source>Their words</source>
        <translation>诉求内容</translation>
    </message>
    <message>
        <source>Who calls back</source>
        <translation>回访人</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time of the call</source>
        <translation>呼叫时间</translation>
    </message>
    <message>
        <source>In or out</source>
        <translation>呼叫方向</translation>
    </message>
    <message>
        <source>Seconds of ringing</source>
        <translation>振铃秒数</translation>
    </message>
    <message>
        <source>Seconds of talk</source>
        <translation>通话秒数</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Calling number</source>
        <translation>主叫号码</translation>
    </message>
    <message>
        <source>Called number</source>
        <translation>被叫号码</translation>
    </message>
    <message>
        <source>Nothing of ours</source>
        <translation>不用</translation>
    </message>
</context>
<context>
    <name>CampaignForm</name>
    <message>
        <source>What it is</source>
        <translation>活动内容</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新建热线实践</translation>
    </message>
    <message>
        <source>left empty: the usual ones</source>
        <translation>不写就用通用的</translation>
    </message>
    <message>
        <source>such as 2026-05-23</source>
        <translation>如 2026-05-23</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Name of the campaign</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>1 to 3 days; empty: one</source>
        <translation>1 到 3 天；不写就是一天</translation>
    </message>
    <message>
        <source>Conversations each</source>
        <translation>每人通话数</translation>
    </message>
    <message>
        <source>Minutes until entered</source>
        <translation>录入时限（分钟）</translation>
    </message>
    <message>
        <source>Days after the first one</source>
        <translation>入职后天数</translation>
    </message>
    <message>
        <source>Calls from</source>
        <translation>拨打从</translation>
    </message>
    <message>
        <source>Calls until</source>
        <translation>拨打到</translation>
    </message>
    <message>
        <source>How we answer</source>
        <translation>应答语</translation>
    </message>
    <message>
        <source>What we say, a line each</source>
        <translation>话术，每行一句</translation>
    </message>
    <message>
        <source>What a listener looks at, a line each</source>
        <translation>旁听清单，每行一项</translation>
    </message>
    <message>
        <source>Kind of campaign</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Months in all</source>
        <translation>一共几个月</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Make the campaign</source>
        <translation>建立活动</translation>
    </message>
    <message>
        <source>Again every month</source>
        <translation>按月生成</translation>
    </message>
    <message>
        <source>Please fill this in</source>
        <translation>请填写</translation>
    </message>
    <message>
        <source>Please write a number</source>
        <translation>请写数字</translation>
    </message>
</context>
<context>
    <name>CampaignHeard</name>
    <message>
        <source>Hand out the callbacks</source>
        <translation>分派回访</translation>
    </message>
    <message>
        <source>{count} concerns, {done} brought to an end. Whoever heard a concern is the first to call back.</source>
        <translation>{count} 件诉求，{done} 件已了结。谁听到的，首选谁回访。</translation>
    </message>
    <message>
        <source>Entered late: {count}.</source>
        <translation>录入超时 {count} 件。</translation>
    </message>
    <message>
        <source>Nothing was heard yet.</source>
        <translation>还没有听到诉求。</translation>
    </message>
    <message>
        <source>After {days} d</source>
        <translation>{days} 天后</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>听到的</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Calls back</source>
        <translation>回访人</translation>
    </message>
    <message>
        <source>entered late</source>
        <translation>录入超时</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>换一位</translation>
    </message>
</context>
<context>
    <name>CampaignPeople</name>
    <message>
        <source>{done} of {count} done</source>
        <translation>{count} 人中 {done} 人完成</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>参加人</translation>
    </message>
    <message>
        <source>Nobody yet. The form at the right puts somebody in.</source>
        <translation>还没有人。在右边加入。</translation>
    </message>
    <message>
        <source>Sat beside and listened, calls: {people}. They owe none for it.</source>
        <translation>旁听（通）：{people}。旁听不计入目标。</translation>
    </message>
    <message>
        <source>{name}, {days} d late</source>
        <translation>{name} 超期 {days} 天</translation>
    </message>
    <message>
        <source>New and not through it yet: {people}</source>
        <translation>新任未完成：{people}</translation>
    </message>
    <message>
        <source>To call: {open} of {count} left</source>
        <translation>待回访：{count} 条中还有 {open} 条</translation>
    </message>
    <message>
        <source>Past their day</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>within three rings {share} % (n {count})</source>
        <translation>三声内 {share}%（n {count}）</translation>
    </message>
    <message>
        <source>score {score} (n {count})</source>
        <translation>评分 {score}（n {count}）</translation>
    </message>
    <message>
        <source>received {count}</source>
        <translation>接听 {count}</translation>
    </message>
    <message>
        <source>called back {count}</source>
        <translation>回访 {count}</translation>
    </message>
    <message>
        <source>not counted: {tries}</source>
        <translation>不计数：{tries}</translation>
    </message>
    <message>
        <source>{count} void</source>
        <translation>作废 {count}</translation>
    </message>
    <message>
        <source>{count} on other days</source>
        <translation>不在起止日 {count}</translation>
    </message>
    <message>
        <source>{count} to be entered</source>
        <translation>待补录 {count}</translation>
    </message>
    <message>
        <source>entered after the limit: {count}</source>
        <translation>录入超时 {count}</translation>
    </message>
    <message>
        <source>{count} brought along</source>
        <translation>上次带来 {count}</translation>
    </message>
    <message>
        <source>coach {name}</source>
        <translation>带教员 {name}</translation>
    </message>
    <message>
        <source>certificate given</source>
        <translation>已发证书</translation>
    </message>
    <message>
        <source>Put somebody in</source>
        <translation>加入一位</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>不代谁</translation>
    </message>
    <message>
        <source>Not passed: {courses}. Why on the line all the same?</source>
        <translation>未通过：{courses}。为何仍上线？</translation>
    </message>
    <message>
        <source>Why the quota was not reached</source>
        <translation>未完成的原因</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Coach beside them</source>
        <translation>带教员</translation>
    </message>
    <message>
        <source>Extension of the telephone</source>
        <translation>分机</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>换一位</translation>
    </message>
</context>
<context>
    <name>CampaignsFlow</name>
    <message>
        <source>The campaign is there. Next: put in who takes part</source>
        <translation>活动已建立。下一步：加入参加人</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>New campaigns: {count}</source>
        <translation>新增 {count} 次</translation>
    </message>
    <message>
        <source>The campaign is closed</source>
        <translation>活动已结束</translation>
    </message>
    <message>
        <source>The campaign goes on</source>
        <translation>活动继续</translation>
    </message>
    <message>
        <source>Takes part now</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>已移出</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入 {file}</translation>
    </message>
    <message>
        <source>Calls to make, new: {count}</source>
        <translation>新增待回访 {count} 条</translation>
    </message>
    <message>
        <source>Recorded as {number}</source>
        <translation>已登记 {number}</translation>
    </message>
    <message>
        <source>This call counts nowhere</source>
        <translation>这通电话已作废</translation>
    </message>
    <message>
        <source>It counts again</source>
        <translation>已恢复计数</translation>
    </message>
    <message>
        <source>Score: {score} of 100</source>
        <translation>评分 {score}</translation>
    </message>
    <message>
        <source>Is not called any more</source>
        <translation>已列入免打扰</translation>
    </message>
    <message>
        <source>May be called again</source>
        <translation>可以再打</translation>
    </message>
    <message>
        <source>List of calls to make</source>
        <translation>待回访清单</translation>
    </message>
    <message>
        <source>Log of calls</source>
        <translation>通话记录</translation>
    </message>
    <message>
        <source>{read} rows: {added} new, {known} known before, {rejected} not taken</source>
        <translation>读到 {read} 行：新增 {added}，已有 {known}，未导入 {rejected}</translation>
    </message>
    <message>
        <source>{matched} are calls that were noted, {to_enter} are to be entered, {others} are of others</source>
        <translation>对上 {matched} 通，待补录 {to_enter} 通，不属本次 {others}</translation>
    </message>
    <message>
        <source>the telephone system&apos;s clock is {seconds} s ahead</source>
        <translation>话务系统的时钟快 {seconds} 秒</translation>
    </message>
    <message>
        <source>Row {row}: {why}</source>
        <translation>第 {row} 行：{why}</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>存成表格</translation>
    </message>
</context>
<context>
    <name>CampaignsPage</name>
    <message>
        <source>Hotline practice</source>
        <translation>热线实践</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新建热线实践</translation>
    </message>
    <message>
        <source>What was heard</source>
        <translation>我听到的</translation>
    </message>
    <message>
        <source>All calls</source>
        <translation>全部通话</translation>
    </message>
    <message>
        <source>No calls, please</source>
        <translation>免打扰</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>参加人</translation>
    </message>
    <message>
        <source>Settings of it</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>List of calls</source>
        <translation>导入待回访清单</translation>
    </message>
    <message>
        <source>Log of the telephones</source>
        <translation>导入通话记录</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>存成表格</translation>
    </message>
    <message>
        <source>No campaign yet</source>
        <translation>还没有热线实践</translation>
    </message>
    <message>
        <source>Executives answer the hotline themselves: 50 conversations in one to three days.</source>
        <translation>高管自己接热线：1 到 3 天，50 通真实通话。</translation>
    </message>
    <message>
        <source>{count} conversations each</source>
        <translation>每人 {count} 通</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>重新打开</translation>
    </message>
</context>
<context>
    <name>ChangeLines</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>joined to {name}</source>
        <translation>并入 {name}</translation>
    </message>
</context>
<context>
    <name>ClientPane</name>
    <message>
        <source>No client chosen</source>
        <translation>还没有选客户</translation>
    </message>
    <message>
        <source>Choose one on the left to see what is known.</source>
        <translation>在左边选一位，查看资料。</translation>
    </message>
    <message>
        <source>Same person as another</source>
        <translation>与另一条是同一人</translation>
    </message>
    <message>
        <source>Whole history</source>
        <translation>全部历史</translation>
    </message>
    <message>
        <source>Hand out all data</source>
        <translation>交给本人的资料</translation>
    </message>
    <message>
        <source>Erase this person</source>
        <translation>抹去此人资料</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>称谓</translation>
    </message>
    <message>
        <source>Second phone</source>
        <translation>备用电话</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Add a room</source>
        <translation>添加房号</translation>
    </message>
    <message>
        <source>such as 6-2-1201; Enter adds it</source>
        <translation>例如 6-2-1201，回车添加</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP 客户</translation>
    </message>
    <message>
        <source>Risk: handle with care</source>
        <translation>风险客户，请留意</translation>
    </message>
    <message>
        <source>Seen by hosts and hall staff, never on a screen that clients see</source>
        <translation>只有接待人和调度看得到，客户看得到的屏幕上都没有</translation>
    </message>
    <message>
        <source>Given on two devices: {names}. Type whose it is</source>
        <translation>两台设备给了不同的人：{names}。请输入由谁对接</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>未受邀到访</translation>
    </message>
    <message>
        <source>{count} records joined</source>
        <translation>{count} 条记录合为一人</translation>
    </message>
    <message>
        <source>Show the numbers in full; this is noted</source>
        <translation>显示完整号码（会留下记录）</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>对接人</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Not invited to an event so far.</source>
        <translation>还没有受邀参加活动。</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Nothing was heard from this client so far.</source>
        <translation>还没有这位客户的诉求。</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>invited</source>
        <translation>已邀约</translation>
    </message>
    <message>
        <source>came {time}</source>
        <translation>{time} 到访</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>合为一人</translation>
    </message>
    <message>
        <source>parted again</source>
        <translation>已分开</translation>
    </message>
</context>
<context>
    <name>ClientsFlow</name>
    <message>
        <source>Room added: {room}</source>
        <translation>已添加房号 {room}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Marks of this client: {marks}</source>
        <translation>这位客户的标记：{marks}</translation>
    </message>
    <message>
        <source>{field} is now “{value}”</source>
        <translation>{field}已改为“{value}”</translation>
    </message>
    <message>
        <source>{field} is empty now</source>
        <translation>{field}已清空</translation>
    </message>
    <message>
        <source>The two records are one person now</source>
        <translation>两条记录已合为一人</translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message>
        <source>{total} clients</source>
        <translation>{total} 位</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} / {total} 位</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try another spelling, the first letters, a room or the end of a phone.</source>
        <translation>换个写法、拼音首字母、房号，或电话后四位试试。</translation>
    </message>
    <message>
        <source>No clients yet</source>
        <translation>还没有客户</translation>
    </message>
    <message>
        <source>A list in XLSX or CSV brings them in.</source>
        <translation>导入一份 XLSX 或 CSV 名单，客户就会出现在这里。</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>List</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>未受邀到访</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Name, pinyin, room, end of phone</source>
        <translation>姓名、拼音、房号、电话后四位</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>对接人</translation>
    </message>
    <message>
        <source>Events no.</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>up and down</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>修改</translation>
    </message>
</context>
<context>
    <name>ClockWords</name>
    <message>
        <source>Late today</source>
        <translation>今天已超时</translation>
    </message>
    <message>
        <source>{days} d late</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>Returned, {count}x</source>
        <translation>第 {count} 次退</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>{hours} h left</source>
        <translation>剩 {hours} 小时</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{days} d left</source>
        <translation>剩 {days} 天</translation>
    </message>
</context>
<context>
    <name>ClosingFlow</name>
    <message>
        <source>The client&apos;s signature is noted</source>
        <translation>已记下客户签字</translation>
    </message>
    <message>
        <source>The talk is ended</source>
        <translation>接待已结束</translation>
    </message>
    <message>
        <source>Reason kept for {count} lines</source>
        <translation>{count} 项写明了原因</translation>
    </message>
    <message>
        <source>The reason is taken back</source>
        <translation>原因已撤回</translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>Events</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Closing list</source>
        <translation>收场清单</translation>
    </message>
    <message>
        <source>To the summary</source>
        <translation>去看活动总结</translation>
    </message>
    <message>
        <source>Findings of the event</source>
        <translation>活动结论</translation>
    </message>
    <message>
        <source>What is open</source>
        <translation>未办事项</translation>
    </message>
    <message>
        <source>Do what a line asks for, or write why it may stay. The reason goes with the data and is printed.</source>
        <translation>逐项办完，或写明为什么可以留着。原因随数据一起走，也会印在总结上。</translation>
    </message>
    <message>
        <source>Everything is in</source>
        <translation>都办完了</translation>
    </message>
    <message>
        <source>Every device has brought its data, every form is typed in, every talk has an end.</source>
        <translation>设备的数据都到了，表都录入了，接待都结束了。</translation>
    </message>
    <message>
        <source>Devices not in yet</source>
        <translation>还没交数据的设备</translation>
    </message>
    <message>
        <source>Steps missing in between</source>
        <translation>中间缺的记录</translation>
    </message>
    <message>
        <source>Packages not taken</source>
        <translation>没有接收的数据包</translation>
    </message>
    <message>
        <source>Drafts on this device</source>
        <translation>本机的草稿</translation>
    </message>
    <message>
        <source>Talks without an end</source>
        <translation>没有结束的接待</translation>
    </message>
    <message>
        <source>Guests to be matched</source>
        <translation>待认领的签到</translation>
    </message>
    <message>
        <source>Let in more than once</source>
        <translation>重复放行</translation>
    </message>
    <message>
        <source>Forms not typed in</source>
        <translation>没有补录的表</translation>
    </message>
    <message>
        <source>Promises not signed</source>
        <translation>没有签字的承诺</translation>
    </message>
    <message>
        <source>Still open: {count}. The summary prints as a draft</source>
        <translation>还有 {count} 项没有办完：活动总结印成初稿</translation>
    </message>
    <message>
        <source>Every line has its reason: the summary prints for good</source>
        <translation>每一项都写了原因：活动总结可以定稿</translation>
    </message>
    <message>
        <source>with reasons</source>
        <translation>都有原因</translation>
    </message>
    <message>
        <source>Show more of {count}</source>
        <translation>共 {count} 项，再看一些</translation>
    </message>
    <message>
        <source>One reason for all {count}</source>
        <translation>{count} 项写同一个原因</translation>
    </message>
    <message>
        <source>Why may they stay?</source>
        <translation>为什么可以留着？</translation>
    </message>
    <message>
        <source>Write it for all {count}</source>
        <translation>给 {count} 项都写上</translation>
    </message>
</context>
<context>
    <name>ClosingRow</name>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Reason: {text} ({who}, {when})</source>
        <translation>原因：{text}（{who}，{when}）</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>现在结束</translation>
    </message>
    <message>
        <source>Signature seen</source>
        <translation>已见签字</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Write why</source>
        <translation>写原因</translation>
    </message>
    <message>
        <source>Keep the reason</source>
        <translation>记下原因</translation>
    </message>
    <message>
        <source>Why may it stay?</source>
        <translation>为什么可以留着？</translation>
    </message>
</context>
<context>
    <name>ColumnsCard</name>
    <message>
        <source>Sheet “{name}”</source>
        <translation>工作表“{name}”</translation>
    </message>
    <message>
        <source>headings in row {row}, {count} rows</source>
        <translation>表头在第 {row} 行 · {count} 行</translation>
    </message>
    <message>
        <source>{count} merged cells spread out</source>
        <translation>合并格 {count} 处已展开</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Done with the columns</source>
        <translation>栏目改好了</translation>
    </message>
    <message>
        <source>Change columns</source>
        <translation>改对应栏目</translation>
    </message>
</context>
<context>
    <name>CommonFlow</name>
    <message>
        <source>Confirmed: {title}</source>
        <translation>已确认：{title}</translation>
    </message>
    <message>
        <source>Added to {title}</source>
        <translation>已归入：{title}</translation>
    </message>
    <message>
        <source>They stay apart</source>
        <translation>已分开，不再建议归入</translation>
    </message>
    <message>
        <source>Not one matter: it is not suggested again</source>
        <translation>已记下不是一回事，不再建议</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Split: {count} concerns stand for themselves</source>
        <translation>已拆开，{count} 件诉求各自独立</translation>
    </message>
</context>
<context>
    <name>CommonPage</name>
    <message>
        <source>Common issues</source>
        <translation>共性问题</translation>
    </message>
    <message>
        <source>Different clients, at least</source>
        <translation>不同客户达到</translation>
    </message>
    <message>
        <source>Feedback paper</source>
        <translation>反馈表</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>严</translation>
    </message>
    <message>
        <source>How alike concerns must be</source>
        <translation>要多像才算一组</translation>
    </message>
    <message>
        <source>Simple comparison: by the characters only. Please look twice.</source>
        <translation>简单比对：只比字面，请多看一眼。</translation>
    </message>
    <message>
        <source>Comparing ...</source>
        <translation>正在比对…</translation>
    </message>
    <message>
        <source>Groups {groups}, concerns {concerns}</source>
        <translation>建议 {groups} 组 · {concerns} 件</translation>
    </message>
    <message>
        <source>For you to confirm: {count}</source>
        <translation>待您确认 {count} 组</translation>
    </message>
    <message>
        <source>Confirmed, by different clients: {count}</source>
        <translation>已确认 {count} 个，按不同客户数</translation>
    </message>
    <message>
        <source>No {count} clients have said the same so far that is not confirmed yet.</source>
        <translation>没有新的：还没有 {count} 位客户说到同一件还未确认的事。</translation>
    </message>
    <message>
        <source>More of it</source>
        <translation>可归入</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} 件未了</translation>
    </message>
    <message>
        <source>All ended</source>
        <translation>都已办结</translation>
    </message>
    <message>
        <source>Concerns: {count}</source>
        <translation>{count} 件诉求</translation>
    </message>
    <message>
        <source>Buildings: {count}</source>
        <translation>{count} 栋楼</translation>
    </message>
    <message>
        <source>What clients said is being compared.</source>
        <translation>正在比对客户说过的话。</translation>
    </message>
    <message>
        <source>No {count} clients have said the same so far</source>
        <translation>还没有 {count} 位客户说到同一件事</translation>
    </message>
    <message>
        <source>With more concerns, or a wider comparison, groups appear here.</source>
        <translation>诉求多起来，或者把比对放宽，这里就会有建议。</translation>
    </message>
</context>
<context>
    <name>CommonPane</name>
    <message>
        <source>Say in a sentence what the matter is.</source>
        <translation>请用一句话说清楚是什么问题。</translation>
    </message>
    <message>
        <source>A common matter needs at least two concerns: tick another one.</source>
        <translation>共性问题至少要有两件诉求，请再勾选一件。</translation>
    </message>
    <message>
        <source>To be added to a confirmed matter</source>
        <translation>可归入已确认的问题</translation>
    </message>
    <message>
        <source>A suggested group</source>
        <translation>建议的一组</translation>
    </message>
    <message>
        <source>A confirmed matter</source>
        <translation>已确认的共性问题</translation>
    </message>
    <message>
        <source>The matter in one sentence</source>
        <translation>用一句话说清楚</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>What the clients said</source>
        <translation>客户是这样说的</translation>
    </message>
    <message>
        <source>Space drops one</source>
        <translation>空格 去掉一条</translation>
    </message>
    <message>
        <source>Confirm as a common matter</source>
        <translation>确认为共性问题</translation>
    </message>
    <message>
        <source>Different clients: {count}</source>
        <translation>{count} 位客户</translation>
    </message>
    <message>
        <source>Concerns: {count}</source>
        <translation>{count} 件诉求</translation>
    </message>
    <message>
        <source>Still open: {count}</source>
        <translation>{count} 件未了</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品品质</translation>
    </message>
    <message>
        <source>Engineering</source>
        <translation>工程品质</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务品质</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>组织保障</translation>
    </message>
    <message>
        <source>Not one matter</source>
        <translation>不是一回事</translation>
    </message>
    <message>
        <source>Keep the changes</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆开</translation>
    </message>
    <message>
        <source>Add to it</source>
        <translation>补充</translation>
    </message>
    <message>
        <source>It can be split at any time</source>
        <translation>确认后可随时拆开</translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>Is this {name}?</source>
        <translation>这台是“{name}”吗？</translation>
    </message>
    <message>
        <source>The same: trust it</source>
        <translation>两边一样，信任</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不一样</translation>
    </message>
</context>
<context>
    <name>ConcernForm</name>
    <message>
        <source>In the client&apos;s words</source>
        <translation>客户原话</translation>
    </message>
    <message>
        <source>Word for word; after the talk it can only be added to</source>
        <translation>一字不改，接待结束后只能补充</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Answer on the spot</source>
        <translation>现场答复</translation>
    </message>
    <message>
        <source>What the client hopes for</source>
        <translation>客户期望</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>In passing</source>
        <translation>随口提到</translation>
    </message>
    <message>
        <source>Save, next</source>
        <translation>保存，下一条</translation>
    </message>
    <message>
        <source>Photos {count}</source>
        <translation>照片 {count}</translation>
    </message>
    <message>
        <source>Write down what the client said</source>
        <translation>请先写下客户的原话</translation>
    </message>
    <message>
        <source>Choose a type first: Alt+1 to Alt+{last}</source>
        <translation>请先选类型：Alt+1 到 Alt+{last}</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Only what was seen and the next step; no cause before it is verified</source>
        <translation>只写看到的和下一步；原因核实之前不写原因</translation>
    </message>
    <message>
        <source>“{cause}” names a cause nobody has verified yet: say what was seen and the next step</source>
        <translation>“{cause}”说到了原因，还没有人核实：请写看到的和下一步</translation>
    </message>
</context>
<context>
    <name>ConcernPage</name>
    <message>
        <source>Concerns</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Nothing was promised.</source>
        <translation>没有作出承诺。</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>The client was not called back so far.</source>
        <translation>还没有回访过。</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>No photographs or files.</source>
        <translation>没有照片或文件。</translation>
    </message>
    <message>
        <source>Common issue</source>
        <translation>共性问题</translation>
    </message>
    <message>
        <source>It belongs to no common issue so far.</source>
        <translation>还没有归入共性问题。</translation>
    </message>
    <message>
        <source>Similar concerns</source>
        <translation>相似诉求</translation>
    </message>
    <message>
        <source>Nothing like it was said.</source>
        <translation>没有人说过类似的。</translation>
    </message>
    <message>
        <source>Also from this client</source>
        <translation>这位客户的其他诉求</translation>
    </message>
    <message>
        <source>Nothing else was heard from this client.</source>
        <translation>没有其他诉求。</translation>
    </message>
    <message>
        <source>History of fields</source>
        <translation>改动历史</translation>
    </message>
    <message>
        <source>No field was changed.</source>
        <translation>没有改动过。</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>very similar</source>
        <translation>很像</translation>
    </message>
    <message>
        <source>similar</source>
        <translation>相似</translation>
    </message>
</context>
<context>
    <name>ConcernPane</name>
    <message>
        <source>No concern chosen</source>
        <translation>没有选中诉求</translation>
    </message>
    <message>
        <source>Choose one on the left to read it.</source>
        <translation>在左边选一件，就能看到全文。</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>heard by {name}</source>
        <translation>{name} 接待</translation>
    </message>
    <message>
        <source>Close the pane</source>
        <translation>收起右侧</translation>
    </message>
    <message>
        <source>Two devices took different steps. The next step you take settles it.</source>
        <translation>两台设备各走了一步。您走的下一步就是定论。</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>等待后续</translation>
    </message>
    <message>
        <source>Only when the client says that it is solved is it closed</source>
        <translation>由客户说“解决了”，才能闭环</translation>
    </message>
    <message>
        <source>Common issue</source>
        <translation>共性问题</translation>
    </message>
    <message>
        <source>{text} ({name}, kept)</source>
        <translation>{text}（{name}，已兑现）</translation>
    </message>
    <message>
        <source>{text} ({name}, due {day})</source>
        <translation>{text}（{name}，{day} 前）</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>催签</translation>
    </message>
    <message>
        <source>History</source>
        <translation>全部历史</translation>
    </message>
    <message>
        <source>Open at full width</source>
        <translation>整页打开</translation>
    </message>
    <message>
        <source>Other steps</source>
        <translation>其他步骤</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>These are not the digits we have. Please try once more</source>
        <translation>和登记的不一样，请再试一次</translation>
    </message>
    <message>
        <source>So we know that it is you</source>
        <translation>用来确认是您本人</translation>
    </message>
    <message>
        <source>Building {building}</source>
        <translation>{building} 栋</translation>
    </message>
    <message>
        <source>Last 4 digits of your phone number</source>
        <translation>请输入手机号后 4 位</translation>
    </message>
    <message>
        <source>Find another name</source>
        <translation>换个人查找</translation>
    </message>
</context>
<context>
    <name>ConflictFlow</name>
    <message>
        <source>“{field}” is now {value}</source>
        <translation>“{field}”已定为 {value}</translation>
    </message>
    <message>
        <source>Settled: {answer}</source>
        <translation>已定：{answer}</translation>
    </message>
    <message>
        <source>It is open again</source>
        <translation>又待定了</translation>
    </message>
    <message>
        <source>“{field}” is open again</source>
        <translation>“{field}”重新待定</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>To settle</source>
        <translation>数据核对</translation>
    </message>
    <message>
        <source>Two devices changed the same field and neither saw the other. Both are kept; please choose.</source>
        <translation>两台设备都改了同一处，谁也没看到谁。两个都留着，请您定一个。</translation>
    </message>
    <message>
        <source>All devices agree now.</source>
        <translation>各设备数据一致。</translation>
    </message>
    <message>
        <source>Fields that differ</source>
        <translation>同一处不一致</translation>
    </message>
    <message>
        <source>Let in at two desks</source>
        <translation>两处都放行了</translation>
    </message>
    <message>
        <source>Settled lately</source>
        <translation>最近定下的</translation>
    </message>
    <message>
        <source>All devices agree</source>
        <translation>各设备数据一致</translation>
    </message>
    <message>
        <source>Nothing has to be settled.</source>
        <translation>没有需要核对的。</translation>
    </message>
    <message>
        <source>now {value}</source>
        <translation>现为 {value}</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Client&apos;s copy</source>
        <translation>客户联</translation>
    </message>
    <message>
        <source>Keep the client&apos;s copy</source>
        <translation>存客户联</translation>
    </message>
    <message>
        <source>Kept as {file}</source>
        <translation>已存为 {file}</translation>
    </message>
    <message>
        <source>Sent to {printer}</source>
        <translation>已送到打印机 {printer}</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>One less</source>
        <translation>少一位</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>这张还有一条</translation>
    </message>
    <message>
        <source>{count} came</source>
        <translation>到了 {count} 位</translation>
    </message>
    <message>
        <source>1 came</source>
        <translation>到了 1 位</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 位</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 位</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Covered</source>
        <translation>已遮屏，揭开按</translation>
    </message>
</context>
<context>
    <name>DeedWords</name>
    <message>
        <source>Concern</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Member of staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>纸单</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Added to the words</source>
        <translation>补充原话</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>作出承诺</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>催签</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>附上文件</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Client taken down</source>
        <translation>登记客户</translation>
    </message>
    <message>
        <source>Concern taken down</source>
        <translation>提出诉求</translation>
    </message>
    <message>
        <source>Put on the list of</source>
        <translation>列入名单</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>对接人</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>已签到</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>当班</translation>
    </message>
    <message>
        <source>List imported</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>Talk begun</source>
        <translation>开始接待</translation>
    </message>
    <message>
        <source>Event made</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>新增员工</translation>
    </message>
    <message>
        <source>Asked before the event</source>
        <translation>邀约联系</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>by a list</source>
        <translation>由名单更新</translation>
    </message>
    <message>
        <source>a list taken back</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>two records joined</source>
        <translation>并为一人</translation>
    </message>
    <message>
        <source>taken apart again</source>
        <translation>重新分开</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>settled between devices</source>
        <translation>数据核对选定</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>重新核对</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>兑现</translation>
    </message>
    <message>
        <source>by code</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>without a code</source>
        <translation>现场登记</translation>
    </message>
    <message>
        <source>handed out</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>as they said when they were called</source>
        <translation>邀约时客户说的</translation>
    </message>
    <message>
        <source>a new code was made</source>
        <translation>重发了邀请码</translation>
    </message>
    <message>
        <source>it holds again</source>
        <translation>恢复有效</translation>
    </message>
    <message>
        <source>typed in from paper</source>
        <translation>纸单补录</translation>
    </message>
    <message>
        <source>with a step</source>
        <translation>随办理写下</translation>
    </message>
    <message>
        <source>Exported in a list of {count}</source>
        <translation>随清单导出（{count} 件）</translation>
    </message>
    <message>
        <source>Client&apos;s copy printed: {number}</source>
        <translation>打印客户联 {number}</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Looked at the history</source>
        <translation>看了历史</translation>
    </message>
    <message>
        <source>Saw the telephone numbers in full</source>
        <translation>看了完整电话</translation>
    </message>
    <message>
        <source>Saw the telephone number in full to dial it</source>
        <translation>看了完整电话去拨打</translation>
    </message>
    <message>
        <source>Work order printed</source>
        <translation>打印派单函</translation>
    </message>
    <message>
        <source>Forms of the event printed</source>
        <translation>打印活动的反馈表</translation>
    </message>
    <message>
        <source>Summary of the event printed</source>
        <translation>打印活动总结</translation>
    </message>
    <message>
        <source>Invitations of the event handed out</source>
        <translation>制作活动的邀请</translation>
    </message>
    <message>
        <source>Call list of the event saved with telephones</source>
        <translation>导出邀约名单（电话完整）</translation>
    </message>
    <message>
        <source>Reminders of the event copied</source>
        <translation>复制了活动的提醒话术</translation>
    </message>
    <message>
        <source>Exported with everything</source>
        <translation>随全部资料导出</translation>
    </message>
</context>
<context>
    <name>DetailFields</name>
    <message>
        <source>such as 12 mm</source>
        <translation>如 12 mm</translation>
    </message>
    <message>
        <source>such as 4 mm</source>
        <translation>如 4 mm</translation>
    </message>
    <message>
        <source>In the client&apos;s terms: a draught, steep, loud</source>
        <translation>客户的说法：漏风、陡、吵</translation>
    </message>
    <message>
        <source>Not a room: kept with the spot, as typed</source>
        <translation>读不出房号，会照原样和部位记在一起</translation>
    </message>
    <message>
        <source>Warranty unknown: no handover date for this home</source>
        <translation>保修未知：这套房没有交付日期</translation>
    </message>
    <message>
        <source>No term of warranty is set for this part</source>
        <translation>这个部件没有设定保修期</translation>
    </message>
    <message>
        <source>In warranty: {part} until {day}</source>
        <translation>保修期内，{part}到 {day}</translation>
    </message>
    <message>
        <source>Out of warranty: {part} ended on {day}</source>
        <translation>保修期外，{part}已于 {day} 到期</translation>
    </message>
    <message>
        <source>Summary, in our words</source>
        <translation>摘要（我们的话）</translation>
    </message>
    <message>
        <source>What it means for the client</source>
        <translation>对客户意味着什么</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险提示</translation>
    </message>
    <message>
        <source>Sub-area</source>
        <translation>二级类别</translation>
    </message>
    <message>
        <source>Building part</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Facing</source>
        <translation>方位</translation>
    </message>
    <message>
        <source>Home of the client</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Spot</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>What the client feels</source>
        <translation>客户感受</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测值</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>允许偏差</translation>
    </message>
    <message>
        <source>Firm responsible</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Inspected by</source>
        <translation>复验人</translation>
    </message>
    <message>
        <source>Could it be solved on the spot?</source>
        <translation>能否当场解决</translation>
    </message>
    <message>
        <source>Which rule stood in the way</source>
        <translation>规则缺口</translation>
    </message>
    <message>
        <source>About the rule</source>
        <translation>规则缺口说明</translation>
    </message>
</context>
<context>
    <name>DeviceForm</name>
    <message>
        <source>Name of the device</source>
        <translation>设备名称</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Or one of ours</source>
        <translation>或选已有的设备</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>签到台</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>A new computer</source>
        <translation>一台新电脑</translation>
    </message>
    <message>
        <source>Needs a printer</source>
        <translation>需要打印机</translation>
    </message>
    <message>
        <source>Add the device</source>
        <translation>加上这台</translation>
    </message>
</context>
<context>
    <name>DevicePage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Test the scanner</source>
        <translation>测试扫码枪</translation>
    </message>
    <message>
        <source>Next camera</source>
        <translation>换一个摄像头</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>彩排练习</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Last exchange</source>
        <translation>上次同步</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>退出全屏</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Back to the start in {seconds} s</source>
        <translation>{seconds} 秒后回到首页</translation>
    </message>
    <message>
        <source>Prints nothing by itself</source>
        <translation>不自动打印</translation>
    </message>
    <message>
        <source>Prints tickets</source>
        <translation>自动打印小票</translation>
    </message>
    <message>
        <source>Prints badges</source>
        <translation>自动打印胸牌</translation>
    </message>
    <message>
        <source>Port {port} does not answer</source>
        <translation>串口 {port} 没有应答</translation>
    </message>
    <message>
        <source>The part for serial ports is not installed</source>
        <translation>没有安装串口部件</translation>
    </message>
    <message>
        <source>Port {port}</source>
        <translation>串口 {port}</translation>
    </message>
    <message>
        <source>Like a keyboard</source>
        <translation>像键盘一样</translation>
    </message>
    <message>
        <source>{how} · nothing scanned since the start</source>
        <translation>{how} · 开机后还没有扫过</translation>
    </message>
    <message>
        <source>{how} · last scan {when}</source>
        <translation>{how} · 上次扫码 {when}</translation>
    </message>
    <message>
        <source>Not used: codes by the scanner</source>
        <translation>没有使用，由扫码枪读码</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>It was unplugged. Plug it in again; it is taken up by itself</source>
        <translation>被拔掉了，重新插上会自动接上</translation>
    </message>
    <message>
        <source>The part for cameras is not installed</source>
        <translation>没有安装摄像头部件</translation>
    </message>
    <message>
        <source>No camera was found on this computer</source>
        <translation>这台电脑没有找到摄像头</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查看……</translation>
    </message>
    <message>
        <source>{name} is not there</source>
        <translation>找不到 {name}</translation>
    </message>
    <message>
        <source>This computer has no printer</source>
        <translation>这台电脑没有打印机</translation>
    </message>
    <message>
        <source>{size} GB free</source>
        <translation>剩余 {size} GB</translation>
    </message>
    <message>
        <source>Only {size} GB free. Make room before the doors open</source>
        <translation>只剩 {size} GB，请在开门前腾出空间</translation>
    </message>
    <message>
        <source>Not compared with other devices yet</source>
        <translation>还没有和其他设备比过</translation>
    </message>
    <message>
        <source>Agrees with the other devices</source>
        <translation>和其他设备一致</translation>
    </message>
    <message>
        <source>{span} ahead of another device</source>
        <translation>比另一台设备快 {span}</translation>
    </message>
    <message>
        <source>{span} behind another device</source>
        <translation>比另一台设备慢 {span}</translation>
    </message>
    <message>
        <source>{span} ahead of all others</source>
        <translation>比其他设备都快 {span}</translation>
    </message>
    <message>
        <source>{span} behind all others</source>
        <translation>比其他设备都慢 {span}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>The shared folder does not answer · last {when}</source>
        <translation>共享文件夹没有应答 · 上次 {when}</translation>
    </message>
    <message>
        <source>Never yet</source>
        <translation>还没有过</translation>
    </message>
    <message>
        <source>Not installed as a package</source>
        <translation>不是安装版</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation>{span}前</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
</context>
<context>
    <name>DeviceSection</name>
    <message>
        <source>Kiosk</source>
        <translation>签到台</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>高管手记</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>Device name</source>
        <translation>设备名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Hand scanner: longest pause between two characters, in milliseconds</source>
        <translation>扫码枪：两个字符之间最长间隔（毫秒）</translation>
    </message>
    <message>
        <source>50 fits most. A slow scanner whose codes are cut needs more.</source>
        <translation>一般用 50。扫得慢、码被截断时调大。</translation>
    </message>
    <message>
        <source>Sounds at check-in</source>
        <translation>签到时有声音</translation>
    </message>
    <message>
        <source>Test the scanner</source>
        <translation>测试扫码枪</translation>
    </message>
</context>
<context>
    <name>DevicesCard</name>
    <message>
        <source>{count} with this one</source>
        <translation>含本机 {count} 台</translation>
    </message>
    <message>
        <source>all fingerprints compared</source>
        <translation>指纹都已核对</translation>
    </message>
    <message>
        <source>{count} to compare</source>
        <translation>{count} 台待核对</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>All others differ alike: is this computer&apos;s clock right?</source>
        <translation>其他设备都差得一样多：请看看本机的时钟对不对。</translation>
    </message>
    <message>
        <source>A clock that is wrong spoils nothing here. Please set it there.</source>
        <translation>时钟不准不影响这里的数据，请到那台设备上调准。</translation>
    </message>
    <message>
        <source>No other device yet. Write the device card and open it on the new computer.</source>
        <translation>还没有别的设备。请先写出设备码，拿到新电脑上打开。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>谁在用</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>最近听到</translation>
    </message>
    <message>
        <source>Its records</source>
        <translation>收到的记录</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>{name} (this one)</source>
        <translation>{name}（本机）</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>签到台</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>Not heard yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>{count} missing</source>
        <translation>缺 {count} 步</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>齐</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Compared: trust it</source>
        <translation>核对过，信任</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Removed on {when}. What it wrote before stays.</source>
        <translation>{when} 移除。它以前写的都还在。</translation>
    </message>
    <message>
        <source>{office} removed it on {when}. What it wrote before stays.</source>
        <translation>{office}已于 {when} 把它移除，它以前写的都还在。</translation>
    </message>
    <message>
        <source>Compared: trust it again</source>
        <translation>核对过了，重新信任</translation>
    </message>
    <message>
        <source>Lost, or given away? Once it is removed nothing of it is taken in, here and, after the next exchange, on every device that trusts this office; what it wrote stays.</source>
        <translation>丢了，或送人了？移除后不再接收它的数据：本机立即生效，信任本办公室的设备下次同步后也生效；它以前写的都还在。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Steps of this device that have not come: {numbers}. Ask for another export there.</source>
        <translation>这台设备还缺第 {numbers} 步。请在那台设备上再导出一次。</translation>
    </message>
    <message>
        <source>{n} s off</source>
        <translation>差 {n} 秒</translation>
    </message>
    <message>
        <source>{n} y ahead</source>
        <translation>快 {n} 年</translation>
    </message>
    <message>
        <source>{n} d ahead</source>
        <translation>快 {n} 天</translation>
    </message>
    <message>
        <source>{n} h ahead</source>
        <translation>快 {n} 小时</translation>
    </message>
    <message>
        <source>{n} min ahead</source>
        <translation>快 {n} 分</translation>
    </message>
    <message>
        <source>{n} y behind</source>
        <translation>慢 {n} 年</translation>
    </message>
    <message>
        <source>{n} d behind</source>
        <translation>慢 {n} 天</translation>
    </message>
    <message>
        <source>{n} h behind</source>
        <translation>慢 {n} 小时</translation>
    </message>
    <message>
        <source>{n} min behind</source>
        <translation>慢 {n} 分</translation>
    </message>
</context>
<context>
    <name>DoublePane</name>
    <message>
        <source>The same person: counts once</source>
        <translation>同一个人，只算一位</translation>
    </message>
    <message>
        <source>Neither desk could see the other. Both check-ins stay on record, whatever you decide.</source>
        <translation>两处当时看不到对方。不管怎么定，两次签到都留着记录。</translation>
    </message>
    <message>
        <source>Settled: {answer}</source>
        <translation>已定：{answer}</translation>
    </message>
    <message>
        <source>Decide anew</source>
        <translation>重新定</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>先到</translation>
    </message>
    <message>
        <source>When</source>
        <translation>什么时候</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>How</source>
        <translation>怎样签到</translation>
    </message>
    <message>
        <source>Let in by</source>
        <translation>谁放行的</translation>
    </message>
    <message>
        <source>Somebody else: counts as one more</source>
        <translation>是别人，另算一位</translation>
    </message>
    <message>
        <source>A mistake: take it back</source>
        <translation>记错了，撤销这一次</translation>
    </message>
    <message>
        <source>counts once</source>
        <translation>只算一位</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>是别人</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>DutyCard</name>
    <message>
        <source>On duty</source>
        <translation>当班</translation>
    </message>
    <message>
        <source>Not passed: {courses}. Why on duty all the same?</source>
        <translation>还没有通过：{courses}。仍要安排的原因</translation>
    </message>
    <message>
        <source>Put on duty</source>
        <translation>安排当班</translation>
    </message>
    <message>
        <source>Put on duty all the same</source>
        <translation>仍然安排</translation>
    </message>
    <message>
        <source>Nobody yet. Who receives clients stands in Settings, Staff.</source>
        <translation>还没有人。先到“设置 · 人员”添加接待人员。</translation>
    </message>
    <message>
        <source>Nobody yet. Hosts on duty are offered first at the table.</source>
        <translation>还没有安排。接待时会优先列出当班的人。</translation>
    </message>
    <message>
        <source>Take {name} off duty</source>
        <translation>取消 {name} 的当班</translation>
    </message>
    <message>
        <source>Without training</source>
        <translation>未培训</translation>
    </message>
</context>
<context>
    <name>DutyFlow</name>
    <message>
        <source>Table (*.xlsx *.csv)</source>
        <translation>表格 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>duties</source>
        <translation>接待履职</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>{count} lines are in {file}</source>
        <translation>{count} 行已写入 {file}</translation>
    </message>
    <message>
        <source>Sheet to sign</source>
        <translation>签字表</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>{file}: {pages} pages</source>
        <translation>{file}：{pages} 页</translation>
    </message>
    <message>
        <source>Calendar (.ics)</source>
        <translation>导出日历（.ics）</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>日历 (*.ics)</translation>
    </message>
    <message>
        <source>{count} entries are in {file}</source>
        <translation>{count} 条已写入 {file}</translation>
    </message>
    <message>
        <source>Asked for. It counts once another person has approved it.</source>
        <translation>已提出。由另一个人批准后生效。</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Two posts owe both</source>
        <translation>两个岗位，分别履职</translation>
    </message>
    <message>
        <source>The post ends today</source>
        <translation>这个岗位到今天为止</translation>
    </message>
    <message>
        <source>{level}: from {day} on</source>
        <translation>{level}：自 {day} 起</translation>
    </message>
    <message>
        <source>The course is added</source>
        <translation>课程已添加</translation>
    </message>
    <message>
        <source>Nobody is asked for this course any more</source>
        <translation>不再要求这门课程</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.csv)</source>
        <translation>名单 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>{added} trainings added, {known} known already</source>
        <translation>新增 {added} 条培训记录，{known} 条已有</translation>
    </message>
</context>
<context>
    <name>DutyPage</name>
    <message>
        <source>Reflections</source>
        <translation>心得</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>接待履职</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>截至 {day}</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>Who owes</source>
        <translation>履职</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Sheet to sign</source>
        <translation>签字表</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>全部职级</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部部门</translation>
    </message>
    <message>
        <source>up and down</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>热线</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>the period before, and not yet now</source>
        <translation>上期欠着，本期也还没有</translation>
    </message>
    <message>
        <source>within seven days</source>
        <translation>七天之内</translation>
    </message>
    <message>
        <source>in this period</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>Missed before</source>
        <translation>上期未完成</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>本期待接待</translation>
    </message>
    <message>
        <source>Done this period</source>
        <translation>本期已完成</translation>
    </message>
    <message>
        <source>Nobody owes a reception yet</source>
        <translation>还没有人需要接待</translation>
    </message>
    <message>
        <source>Presidents, functional heads and project managers do; they stand in Settings, Staff.</source>
        <translation>区域总裁、职能负责人、项目总经理需要接待；请在“设置 · 人员”里添加。</translation>
    </message>
    <message>
        <source>To the staff</source>
        <translation>去添加人员</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>这里没有人</translation>
    </message>
    <message>
        <source>Nobody of this level and state.</source>
        <translation>没有这个职级、这个状态的人。</translation>
    </message>
    <message>
        <source>Of {due} people {count} had a part this quarter.</source>
        <translation>本季度 {due} 人中有 {count} 人参与过。</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 等，另有 {count} 人</translation>
    </message>
    <message>
        <source>Not yet: {names}</source>
        <translation>还没有：{names}</translation>
    </message>
</context>
<context>
    <name>DutyPane</name>
    <message>
        <source>Please fill this in</source>
        <translation>请填写</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>还没有选人</translation>
    </message>
    <message>
        <source>Choose somebody on the left to see what they owe.</source>
        <translation>在左边选一位，看应接待多少、已接待多少。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>职级</translation>
    </message>
    <message>
        <source>What the post is called</source>
        <translation>职务名称</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Exemptions</source>
        <translation>免除</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Ask for one</source>
        <translation>提出免除</translation>
    </message>
    <message>
        <source>Add now</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>A further post</source>
        <translation>加一个岗位</translation>
    </message>
    <message>
        <source>Calendar (.ics)</source>
        <translation>导出日历（.ics）</translation>
    </message>
    <message>
        <source>of {owed} owed in {period}, until {day}</source>
        <translation>/ {owed} 次 · {period}，{day}截止</translation>
    </message>
    <message>
        <source>nothing owed in {period}</source>
        <translation>次 · {period}没有要求</translation>
    </message>
    <message>
        <source>Not done in the period before ({period})</source>
        <translation>上期（{period}）没有完成</translation>
    </message>
    <message>
        <source>1 client</source>
        <translation>1 位</translation>
    </message>
    <message>
        <source>{count} clients</source>
        <translation>{count} 位</translation>
    </message>
    <message>
        <source>calls {count}, counted apart</source>
        <translation>热线 {count} 通，另计</translation>
    </message>
    <message>
        <source>by a delegate {count}, not counted</source>
        <translation>他人代为接待 {count} 次，不计入</translation>
    </message>
    <message>
        <source>{count} receptions lie on a day without their event. Check the clock of that laptop.</source>
        <translation>有 {count} 次接待的日期不在活动期间，请核对那台电脑的时钟。</translation>
    </message>
    <message>
        <source>Planned: {day}, {event}</source>
        <translation>已安排：{day} {event}</translation>
    </message>
    <message>
        <source>Nothing is planned yet. Put them on duty under Events.</source>
        <translation>还没有安排。请在“活动”里安排值守。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{first} to {last}: {reason}</source>
        <translation>{first} 至 {last}：{reason}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Approved by {name}</source>
        <translation>{name} 已批准</translation>
    </message>
    <message>
        <source>Who approves</source>
        <translation>由谁批准</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Nobody may approve it</source>
        <translation>没有可以批准的人</translation>
    </message>
    <message>
        <source>Only the one on the list of staff</source>
        <translation>只有人员名单上的岗位</translation>
    </message>
    <message>
        <source>{post}, since {day}</source>
        <translation>{post}，自 {day}</translation>
    </message>
    <message>
        <source>{post}, {day} to {last}</source>
        <translation>{post}，{day} 至 {last}</translation>
    </message>
    <message>
        <source>Ends today</source>
        <translation>到今天为止</translation>
    </message>
</context>
<context>
    <name>DutyPanel</name>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>receptions</source>
        <translation>次接待</translation>
    </message>
    <message>
        <source>of {owed} receptions due</source>
        <translation>/ {owed} 次接待</translation>
    </message>
    <message>
        <source>Calls, counted apart: {count}</source>
        <translation>另计电话 {count} 通</translation>
    </message>
    <message>
        <source>Not done in the period before either</source>
        <translation>上期也没有完成</translation>
    </message>
    <message>
        <source>Next: {day}, {event}</source>
        <translation>已安排：{day} {event}</translation>
    </message>
    <message>
        <source>One page before</source>
        <translation>接待前一页</translation>
    </message>
    <message>
        <source>One page after</source>
        <translation>接待后一页</translation>
    </message>
    <message>
        <source>My calendar (.ics)</source>
        <translation>我的日历（.ics）</translation>
    </message>
    <message>
        <source>{post}: {done} of {owed} in {period}</source>
        <translation>{post}：{done} / {owed}，{period}</translation>
    </message>
    <message>
        <source>Another post</source>
        <translation>另一个岗位</translation>
    </message>
    <message>
        <source>Quarter {number}</source>
        <translation>本季度（第 {number} 季度）</translation>
    </message>
    <message>
        <source>These two months</source>
        <translation>本双月</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Done for this period</source>
        <translation>本期已完成</translation>
    </message>
    <message>
        <source>One more by {day}</source>
        <translation>{day} 前还需接待一次</translation>
    </message>
    <message>
        <source>1 client</source>
        <translation>1 位</translation>
    </message>
    <message>
        <source>{count} clients</source>
        <translation>{count} 位</translation>
    </message>
    <message>
        <source>now</source>
        <translation>正在进行</translation>
    </message>
</context>
<context>
    <name>EntryBoxes</name>
    <message>
        <source>Ticks</source>
        <translation>勾选</translation>
    </message>
    <message>
        <source>{confirmed} / {read} confirmed, {review} to look at</source>
        <translation>已确认 {confirmed} / {read}，{review} 张待看</translation>
    </message>
    <message>
        <source>The picture is being read</source>
        <translation>正在读这张图</translation>
    </message>
    <message>
        <source>Nothing was read from this form</source>
        <translation>这张表没有读出勾选</translation>
    </message>
    <message>
        <source>{count} to look at: ← ticked, → not. Ctrl+B: whole picture</source>
        <translation>{count} 处待看：← 勾了，→ 没勾；Ctrl+B 看整张图</translation>
    </message>
    <message>
        <source>Every box is clear. Ctrl+B: whole picture</source>
        <translation>每个框都看清了；Ctrl+B 看整张图</translation>
    </message>
    <message>
        <source>{count} clear boxes, {ticked} ticked</source>
        <translation>看清的 {count} 个框，勾了 {ticked} 个</translation>
    </message>
    <message>
        <source>None of them is ticked.</source>
        <translation>一个也没有勾。</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Confirm {count} clear boxes</source>
        <translation>确认看清的 {count} 个框</translation>
    </message>
    <message>
        <source>Confirmed; a box can still be changed</source>
        <translation>已确认；还可以改</translation>
    </message>
    <message>
        <source>The list says {here}, the form {there}.</source>
        <translation>名单上是{here}，表上勾的是{there}。</translation>
    </message>
    <message>
        <source>Take the form&apos;s</source>
        <translation>按表上的改</translation>
    </message>
</context>
<context>
    <name>EntryFigures</name>
    <message>
        <source>{count} not used</source>
        <translation>{count} 张未到场</translation>
    </message>
    <message>
        <source>{count} to type in</source>
        <translation>{count} 张待录</translation>
    </message>
    <message>
        <source>{count} entered late</source>
        <translation>{count} 张迟录</translation>
    </message>
    <message>
        <source>none back yet</source>
        <translation>还没有收回</translation>
    </message>
    <message>
        <source>none typed in yet</source>
        <translation>还没有录</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Paper back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>all typed in</source>
        <translation>都录了</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>已录</translation>
    </message>
    <message>
        <source>none late</source>
        <translation>都没有过期</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>未收回</translation>
    </message>
    <message>
        <source>came, no paper back</source>
        <translation>人到了，表没回来</translation>
    </message>
</context>
<context>
    <name>EntryFlow</name>
    <message>
        <source>{number} is recorded</source>
        <translation>{number} 已录入</translation>
    </message>
    <message>
        <source>{said}; entered late, both times are kept</source>
        <translation>{said}；属迟录，两个时间都留着</translation>
    </message>
    <message>
        <source>{number}: no words</source>
        <translation>{number} 没有原话</translation>
    </message>
    <message>
        <source>{number}: the paper is back</source>
        <translation>{number} 已收回</translation>
    </message>
    <message>
        <source>Where are the photographs?</source>
        <translation>照片在哪个文件夹？</translation>
    </message>
    <message>
        <source>An invitation&apos;s code is read at the check-in desk</source>
        <translation>这是邀请码，请到签到台扫描</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Draft kept {time}</source>
        <translation>草稿已存 {time}</translation>
    </message>
    <message>
        <source>Choose the type: its digit is enough</source>
        <translation>请选类型，按数字即可</translation>
    </message>
    <message>
        <source>Choose who received the client</source>
        <translation>请选接待人</translation>
    </message>
    <message>
        <source>Form number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Scan the code, or type it; its last part will do: 21</source>
        <translation>扫表上的码，或输入编号；只输最后一段也行，如 21</translation>
    </message>
    <message>
        <source>Answer on the paper</source>
        <translation>纸上写的答复</translation>
    </message>
    <message>
        <source>Type in what the client wrote, or choose: no words</source>
        <translation>请录入客户写的话，或点“没有原话”</translation>
    </message>
    <message>
        <source>such as 05-7K2A-0021</source>
        <translation>如 05-7K2A-0021</translation>
    </message>
    <message>
        <source>Scan the next form</source>
        <translation>请扫下一张表</translation>
    </message>
    <message>
        <source>The client&apos;s words, as they stand on the paper</source>
        <translation>客户原话，照纸上写的录</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Time on the form</source>
        <translation>表上的时间</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>接待人</translation>
    </message>
    <message>
        <source>Answered on the spot</source>
        <translation>现场答复</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>这张还有一条</translation>
    </message>
    <message>
        <source>Paper is back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>Choose who</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Save, next one</source>
        <translation>保存，下一张</translation>
    </message>
    <message>
        <source>Client, room and event fill in by themselves. Enter alone opens the next form that is back.</source>
        <translation>客户、房号和活动会自动带出；直接按 Enter，打开下一张待录的表。</translation>
    </message>
    <message>
        <source>No words</source>
        <translation>没有原话</translation>
    </message>
    <message>
        <source>such as 5-16 9:42</source>
        <translation>如 5-16 9:42</translation>
    </message>
</context>
<context>
    <name>EntryHead</name>
    <message>
        <source>Entered {days} d late</source>
        <translation>迟录 {days} 天</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>Paper is back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>Entered late</source>
        <translation>迟录</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>Forms that come back</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>导入照片</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>反馈表</translation>
    </message>
    <message>
        <source>Pictures of the form</source>
        <translation>这张表的照片</translation>
    </message>
    <message>
        <source>Ticks</source>
        <translation>勾选</translation>
    </message>
    <message>
        <source>There is no event yet</source>
        <translation>还没有活动</translation>
    </message>
    <message>
        <source>Build the event first.</source>
        <translation>请先建立活动。</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新建活动</translation>
    </message>
</context>
<context>
    <name>EraseBox</name>
    <message>
        <source>{name} is here and agrees</source>
        <translation>{name} 在场并同意</translation>
    </message>
    <message>
        <source>Please fill this in</source>
        <translation>请填写</translation>
    </message>
    <message>
        <source>Erase a person</source>
        <translation>抹去个人资料</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>抹去，不能撤销</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>不抹去</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Without the person&apos;s name: this line stays</source>
        <translation>不要写姓名，这一行会留下</translation>
    </message>
    <message>
        <source>The second person</source>
        <translation>另一位决定的人</translation>
    </message>
    <message>
        <source>Erase what names {name}?</source>
        <translation>抹去 {name} 的个人资料？</translation>
    </message>
    <message>
        <source>Nobody else of the office is on the staff list</source>
        <translation>人员名单上没有别的办公室人员</translation>
    </message>
    <message>
        <source>Goes, for good</source>
        <translation>抹去，找不回来</translation>
    </message>
    <message>
        <source>Stays, to be counted</source>
        <translation>留下，只作计数</translation>
    </message>
    <message>
        <source>Other devices ({count}) erase it when the next package reaches them.</source>
        <translation>另外 {count} 台设备收到下一个数据包时也会抹去。</translation>
    </message>
    <message>
        <source>Words of concerns: {count}</source>
        <translation>{count} 条诉求的原话</translation>
    </message>
    <message>
        <source>Concerns with number, kind, area, state: {count}</source>
        <translation>{count} 条诉求：编号、类型、方面、状态</translation>
    </message>
    <message>
        <source>Additions and promises: {count}</source>
        <translation>{count} 条补充和承诺</translation>
    </message>
    <message>
        <source>Asides: {count}</source>
        <translation>{count} 句随口提到的话</translation>
    </message>
    <message>
        <source>Pictures: {count}</source>
        <translation>{count} 张图片</translation>
    </message>
    <message>
        <source>Arrivals with their times: {count}</source>
        <translation>{count} 次到访和时间</translation>
    </message>
    <message>
        <source>Invitations: {count}</source>
        <translation>{count} 份邀请</translation>
    </message>
    <message>
        <source>What was printed or handed out before cannot be called back.</source>
        <translation>以前打印或交出去的收不回来。</translation>
    </message>
    <message>
        <source>Name, numbers, rooms and note</source>
        <translation>姓名、电话、房号和备注</translation>
    </message>
    <message>
        <source>Former values, drafts, the search, copies of this database</source>
        <translation>改动前的内容、草稿、搜索，以及本机的备份</translation>
    </message>
    <message>
        <source>That somebody was erased, when, why, by whom</source>
        <translation>抹去这件事：何时、为何、谁决定</translation>
    </message>
</context>
<context>
    <name>EventFlow</name>
    <message>
        <source>The event is there. Next: import its client list</source>
        <translation>活动建好了。下一步：导入客户名单</translation>
    </message>
    <message>
        <source>{event} is changed</source>
        <translation>{event} 已修改</translation>
    </message>
    <message>
        <source>On duty now</source>
        <translation>已安排当班</translation>
    </message>
    <message>
        <source>Taken off duty</source>
        <translation>已取消当班</translation>
    </message>
    <message>
        <source>The event is closed</source>
        <translation>活动已收尾</translation>
    </message>
    <message>
        <source>The event goes on</source>
        <translation>活动继续</translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Please fill this in</source>
        <translation>请填写</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>受邀</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>到访</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No event yet</source>
        <translation>还没有活动</translation>
    </message>
    <message>
        <source>Everything begins with one: fill in the form at the right.</source>
        <translation>从这里开始：在右边填一场活动。</translation>
    </message>
    <message>
        <source>Slots, one a line</source>
        <translation>场次（一行一场）</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Continue this event</source>
        <translation>继续这场活动</translation>
    </message>
    <message>
        <source>Close the event</source>
        <translation>活动收尾</translation>
    </message>
    <message>
        <source>Event kit</source>
        <translation>活动包</translation>
    </message>
    <message>
        <source>Closing list</source>
        <translation>收场清单</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>彩排</translation>
    </message>
    <message>
        <source>Whole history</source>
        <translation>全部历史</translation>
    </message>
    <message>
        <source>Guide of the talks</source>
        <translation>访谈提纲</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已闭环</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>未收尾</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>{count} talks not ended</source>
        <translation>{count} 次接待未结束</translation>
    </message>
    <message>
        <source>{count} check-ins to be confirmed</source>
        <translation>{count} 人签到待核对</translation>
    </message>
    <message>
        <source>Still open: {what}</source>
        <translation>还没办完：{what}</translation>
    </message>
    <message>
        <source>such as 2026-05-23 09:00</source>
        <translation>如 2026-05-23 09:00</translation>
    </message>
    <message>
        <source>with room for how many: 09:00-10:30 morning | 60</source>
        <translation>竖线后写人数上限，如 09:00-10:30 上午一场 | 60</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Build the event</source>
        <translation>建立活动</translation>
    </message>
</context>
<context>
    <name>ExchangeFlow</name>
    <message>
        <source>Device card (*.card)</source>
        <translation>设备码 (*.card)</translation>
    </message>
    <message>
        <source>Write the device card</source>
        <translation>写出设备码</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Card written: {file}. It opens this project&apos;s packages: hand it over in person. Fingerprint {print}</source>
        <translation>设备码已写入 {file}。它能打开本项目的数据包，请当面交给对方。本机指纹 {print}</translation>
    </message>
    <message>
        <source>Package (*.qinting)</source>
        <translation>数据包 (*.qinting)</translation>
    </message>
    <message>
        <source>Export a package</source>
        <translation>导出数据包</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>{file}: {rows} rows for {readers} readers</source>
        <translation>{file}：{rows} 行，{readers} 方可以打开</translation>
    </message>
    <message>
        <source>Choose packages</source>
        <translation>选数据包</translation>
    </message>
    <message>
        <source>Where do the packages come in?</source>
        <translation>数据包放在哪个文件夹？</translation>
    </message>
    <message>
        <source>{count} packages taken in: {added} rows added, {changed} changed, {conflicts} to settle</source>
        <translation>合并了 {count} 个：新增 {added} 行，变更 {changed} 行，待核对 {conflicts} 处</translation>
    </message>
    <message>
        <source>Removed: nothing of this device is taken in any more, what it wrote stays</source>
        <translation>已移除：不再收这台设备的数据，它以前写的都保留</translation>
    </message>
    <message>
        <source>The shared folder is back; what waited here has gone out</source>
        <translation>共享文件夹回来了，等着的都已发出</translation>
    </message>
    <message>
        <source>They lie in {folder}</source>
        <translation>在 {folder}</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Exchange</source>
        <translation>数据同步</translation>
    </message>
    <message>
        <source>Write the device card</source>
        <translation>写出设备码</translation>
    </message>
    <message>
        <source>Export a package</source>
        <translation>导出数据包</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>现在看一遍</translation>
    </message>
    <message>
        <source>Choose packages</source>
        <translation>选数据包</translation>
    </message>
    <message>
        <source>Packages to take in</source>
        <translation>待合并的数据包</translation>
    </message>
    <message>
        <source>Nothing changes before you press Merge</source>
        <translation>点“合并”之前，什么也不会变</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Drop packages here</source>
        <translation>把数据包拖到这里</translation>
    </message>
    <message>
        <source>Packages of the kiosks and the hosts&apos; laptops end in .qinting. First you see what they hold.</source>
        <translation>签到台和手记电脑的数据包以 .qinting 结尾。先看内容，再合并。</translation>
    </message>
    <message>
        <source>Merge {count}</source>
        <translation>合并 {count} 个</translation>
    </message>
    <message>
        <source>All of this is here already</source>
        <translation>这些内容这里都有了</translation>
    </message>
    <message>
        <source>What is missing joins on when it comes</source>
        <translation>缺的到了会自动接上</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已收过</translation>
    </message>
    <message>
        <source>{count} steps missing</source>
        <translation>缺前 {count} 步</translation>
    </message>
    <message>
        <source>only what was new</source>
        <translation>只含新内容</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部内容</translation>
    </message>
    <message>
        <source>Written {when}, {kind}</source>
        <translation>{when} 写出，{kind}</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可合并</translation>
    </message>
    <message>
        <source>File and where it comes from</source>
        <translation>文件和来源</translation>
    </message>
</context>
<context>
    <name>ExportCard</name>
    <message>
        <source>Every device that joined by this project&apos;s card can open it, and nobody else.</source>
        <translation>凭本项目设备码加入的设备都能打开，别人打不开。</translation>
    </message>
    <message>
        <source>Only the devices ticked can open it.</source>
        <translation>只有勾选的设备能打开。</translation>
    </message>
    <message>
        <source>No other device has been heard of yet.</source>
        <translation>还没有收到过别的设备的数据。</translation>
    </message>
    <message>
        <source>Whoever knows the passphrase can open it. Tell it to them in person.</source>
        <translation>知道口令的人就能打开。口令请当面告诉对方。</translation>
    </message>
    <message>
        <source>What was written since the last such package, for every device of the project.</source>
        <translation>上一个这样的包之后写下的内容，给本项目所有设备。</translation>
    </message>
    <message>
        <source>Export a package</source>
        <translation>导出数据包</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>给谁</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Only what is new</source>
        <translation>只含新内容</translation>
    </message>
    <message>
        <source>Every device of the project</source>
        <translation>本项目所有设备</translation>
    </message>
    <message>
        <source>Certain devices</source>
        <translation>只给选中的设备</translation>
    </message>
    <message>
        <source>Who knows a passphrase</source>
        <translation>知道口令的人</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Choose where to and export</source>
        <translation>选位置并导出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Extensions</name>
    <message>
        <source>Later day: {day}</source>
        <translation>延期到 {day}</translation>
    </message>
    <message>
        <source>Waits for an answer</source>
        <translation>等批复</translation>
    </message>
    <message>
        <source>Not agreed</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Agreed, client told</source>
        <translation>同意，客户已知道</translation>
    </message>
    <message>
        <source>Client not told</source>
        <translation>还没告诉客户</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>批复</translation>
    </message>
    <message>
        <source>Client was told</source>
        <translation>已告诉客户</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>FieldPane</name>
    <message>
        <source>It was {value}</source>
        <translation>原来是 {value}</translation>
    </message>
    <message>
        <source>Until then “{value}” is shown: it was written last.</source>
        <translation>定下之前，显示较后改的“{value}”。</translation>
    </message>
    <message>
        <source>Settled on “{value}”, {when}</source>
        <translation>{when} 定为“{value}”</translation>
    </message>
    <message>
        <source>Decide anew</source>
        <translation>重新定</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>最初的值</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已采用</translation>
    </message>
    <message>
        <source>written last</source>
        <translation>后改</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁改的</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>When</source>
        <translation>什么时候</translation>
    </message>
    <message>
        <source>Had seen</source>
        <translation>当时看到</translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>采用这一个</translation>
    </message>
    <message>
        <source>Neither is right: write another</source>
        <translation>两个都不对，另写一个</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>History of this field</source>
        <translation>这一处的历史</translation>
    </message>
    <message>
        <source>had seen {value}</source>
        <translation>看到 {value}</translation>
    </message>
    <message>
        <source>first value</source>
        <translation>首次填写</translation>
    </message>
</context>
<context>
    <name>FiguresCard</name>
    <message>
        <source>past their day</source>
        <translation>过了办结期限</translation>
    </message>
    <message>
        <source>longest {days} d · {words}</source>
        <translation>最久 {days} 天 · {words}</translation>
    </message>
    <message>
        <source>{count} due this week</source>
        <translation>本周到期 {count} 条</translation>
    </message>
    <message>
        <source>none late</source>
        <translation>都没有过期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Returned to us</source>
        <translation>退单待重派</translation>
    </message>
    <message>
        <source>{count} for the third time</source>
        <translation>第三次退回 {count} 件</translation>
    </message>
    <message>
        <source>to dispatch anew</source>
        <translation>等待重派</translation>
    </message>
    <message>
        <source>Callbacks due</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>{count} due today</source>
        <translation>今天到期 {count} 件</translation>
    </message>
    <message>
        <source>ask the client</source>
        <translation>请客户说一句</translation>
    </message>
    <message>
        <source>Promises open</source>
        <translation>未兑现的承诺</translation>
    </message>
    <message>
        <source>{count} late</source>
        <translation>过期 {count} 条</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>数据核对</translation>
    </message>
    <message>
        <source>from {count} devices</source>
        <translation>来自 {count} 台设备</translation>
    </message>
    <message>
        <source>between devices</source>
        <translation>设备之间</translation>
    </message>
</context>
<context>
    <name>FindingsFlow</name>
    <message>
        <source>The summary for owners is approved</source>
        <translation>活动总结（业主版）已审定</translation>
    </message>
    <message>
        <source>The approval is taken back</source>
        <translation>审定已撤回</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>还没有结论</translation>
    </message>
    <message>
        <source>What clients said at an event is put together here.</source>
        <translation>客户在活动中说的话，汇总后显示在这里。</translation>
    </message>
    <message>
        <source>Findings of the event</source>
        <translation>活动结论</translation>
    </message>
    <message>
        <source>Other causes</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>No area yet</source>
        <translation>未分类别</translation>
    </message>
    <message>
        <source>Areas by different clients</source>
        <translation>类别（按不同客户数）</translation>
    </message>
    <message>
        <source>What most clients share</source>
        <translation>多数客户共同的问题</translation>
    </message>
    <message>
        <source>The first {count} concern {covered} of {whole} clients</source>
        <translation>前 {count} 项牵涉 {covered} / {whole} 位客户</translation>
    </message>
    <message>
        <source>line: clients so far, n={count}</source>
        <translation>线为累计客户，n={count}</translation>
    </message>
    <message>
        <source>Nobody has said anything so far.</source>
        <translation>还没有记下诉求。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候中</translation>
    </message>
    <message>
        <source>Half within {middle} min, 90 % within {ninth}</source>
        <translation>中位数 {middle} 分，九成在 {ninth} 分内</translation>
    </message>
    <message>
        <source>median {count} min</source>
        <translation>中位数 {count} 分</translation>
    </message>
    <message>
        <source>nine in ten {count} min</source>
        <translation>九成 {count} 分</translation>
    </message>
    <message>
        <source>target {count} min</source>
        <translation>目标 {count} 分</translation>
    </message>
    <message>
        <source>No talk has begun after a check-in so far.</source>
        <translation>还没有签到后开始的接待。</translation>
    </message>
    <message>
        <source>Satisfied when called back, by event</source>
        <translation>回访满意，按活动</translation>
    </message>
    <message>
        <source>Satisfied when called back: {percent} %</source>
        <translation>回访满意 {percent}%</translation>
    </message>
    <message>
        <source>hollow: fewer than ten answers</source>
        <translation>空心：已评不足 10 件</translation>
    </message>
    <message>
        <source>Nobody has been called back so far.</source>
        <translation>还没有回访评价。</translation>
    </message>
    <message>
        <source>Not dispatched yet</source>
        <translation>未派单</translation>
    </message>
    <message>
        <source>Concerns by department</source>
        <translation>诉求责任部门</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Take the approval back</source>
        <translation>撤回审定</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>看这份总结</translation>
    </message>
    <message>
        <source>Summary for owners: not approved</source>
        <translation>活动总结（业主版）：未审定</translation>
    </message>
    <message>
        <source>Every page says so until somebody approves it.</source>
        <translation>审定之前，每一页都标明未审定。</translation>
    </message>
    <message>
        <source>Summary for owners: approved by {name}, {time}</source>
        <translation>活动总结（业主版）：{name} 于 {time} 审定</translation>
    </message>
    <message>
        <source>What changes from now on has to be approved anew.</source>
        <translation>此后内容有变化，须重新审定。</translation>
    </message>
    <message>
        <source>It has changed since then: it prints as not approved until it is approved anew.</source>
        <translation>此后内容有变化：重新审定之前，打印时标明未审定。</translation>
    </message>
    <message>
        <source>A draft: the closing list has to be settled before it can be approved.</source>
        <translation>初稿：收场清单办完后才能审定。</translation>
    </message>
    <message>
        <source>Head of the office, customer relations supervisor or department head may approve it.</source>
        <translation>由办公室负责人、区域客关负责人或部门负责人审定。</translation>
    </message>
</context>
<context>
    <name>FingerprintView</name>
    <message>
        <source>Read these words to whoever is to trust this computer, or let them scan the code.</source>
        <translation>要让对方信任本机，把这十个词念给他听，或者让他扫这个码。</translation>
    </message>
    <message>
        <source>Ask its owner to open this page there and to read out the words of that computer.</source>
        <translation>请对方在那台电脑上也打开这一页，把上面的词念给您听。</translation>
    </message>
    <message>
        <source>Scan its code, or type the letters</source>
        <translation>也可以扫对方屏幕上的码，或输入字母</translation>
    </message>
    <message>
        <source>Not the same: this is another device. Do not trust it.</source>
        <translation>不一样：这是另一台设备，请不要信任。</translation>
    </message>
    <message>
        <source>The same.</source>
        <translation>一样。</translation>
    </message>
</context>
<context>
    <name>FirstRunFlow</name>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>Choose the card or kit</source>
        <translation>选设备码或活动包</translation>
    </message>
    <message>
        <source>Device card or event kit (*.card *.kit)</source>
        <translation>设备码或活动包 (*.card *.kit)</translation>
    </message>
    <message>
        <source>Found: {name}</source>
        <translation>已找到：{name}</translation>
    </message>
    <message>
        <source>No camera was found. A hand scanner or the name will do.</source>
        <translation>没有找到摄像头。用扫码枪或者查姓名也可以。</translation>
    </message>
    <message>
        <source>The scanner reads well.</source>
        <translation>扫码枪好用。</translation>
    </message>
    <message>
        <source>Another text came: {text}. Set the scanner to a US keyboard and scan once more.</source>
        <translation>扫到的是：{text}。请把扫码枪设为美式键盘，再扫一次。</translation>
    </message>
    <message>
        <source>Sent to {name}. Has the sheet come out?</source>
        <translation>已送到 {name}。纸出来了吗？</translation>
    </message>
    <message>
        <source>Paper (*.pdf)</source>
        <translation>纸质文件 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>FirstRunWindow</name>
    <message>
        <source>OK</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Qinting · First run</source>
        <translation>亲听 · 首次使用</translation>
    </message>
    <message>
        <source>Qinting</source>
        <translation>亲听</translation>
    </message>
    <message>
        <source>{place} / {count}</source>
        <translation>{place} / {count}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Three steps to the first event</source>
        <translation>三步办好第一场活动</translation>
    </message>
    <message>
        <source>Build an event</source>
        <translation>建立一场活动</translation>
    </message>
    <message>
        <source>What is held, where and when</source>
        <translation>办什么，在哪里，什么时候</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>Import the client list</source>
        <translation>导入客户名单</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>XLSX or CSV; you see it before it comes in</source>
        <translation>XLSX 或 CSV，先看再导入</translation>
    </message>
    <message>
        <source>Hand out the invitations</source>
        <translation>发出邀请</translation>
    </message>
    <message>
        <source>A sheet to print, pictures to send</source>
        <translation>可以打印，也可以发图片</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>邀请</translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message>
        <source>Choose a folder</source>
        <translation>选文件夹</translation>
    </message>
    <message>
        <source>Another folder</source>
        <translation>换文件夹</translation>
    </message>
    <message>
        <source>No folder for packages yet</source>
        <translation>还没有定收件文件夹</translation>
    </message>
    <message>
        <source>A stick, a shared folder or one of a cloud: packages in it are shown here.</source>
        <translation>优盘、共享文件夹、网盘文件夹都可以，里面的数据包会列在这里。</translation>
    </message>
    <message>
        <source>Looked at {time}</source>
        <translation>{time} 看过</translation>
    </message>
    <message>
        <source>{count} of its packages are here already</source>
        <translation>其中 {count} 个已经收过</translation>
    </message>
    <message>
        <source>The folder is not there now: is the stick plugged in?</source>
        <translation>现在找不到这个文件夹，优盘插好了吗？</translation>
    </message>
    <message>
        <source>There</source>
        <translation>畅通</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>找不到</translation>
    </message>
</context>
<context>
    <name>FormList</name>
    <message>
        <source>Every form</source>
        <translation>全部反馈表</translation>
    </message>
    <message>
        <source>Paper that is back</source>
        <translation>已收回的表</translation>
    </message>
    <message>
        <source>Typed in</source>
        <translation>已录的表</translation>
    </message>
    <message>
        <source>Still to be asked for</source>
        <translation>还要去要的表</translation>
    </message>
    <message>
        <source>Enter opens</source>
        <translation>Enter 打开</translation>
    </message>
    <message>
        <source>{confirmed} / {read} confirmed, {review} to look at</source>
        <translation>已确认 {confirmed} / {read}，{review} 张待看</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Client and number</source>
        <translation>客户和编号</translation>
    </message>
    <message>
        <source>No form was printed yet</source>
        <translation>还没有打印反馈表</translation>
    </message>
    <message>
        <source>Print the forms of the event under Papers.</source>
        <translation>请到“纸质文件”打印这场活动的反馈表。</translation>
    </message>
    <message>
        <source>No paper is back yet</source>
        <translation>还没有收回的表</translation>
    </message>
    <message>
        <source>Scan a form, or drop a folder of photographs here.</source>
        <translation>扫一张表，或把照片文件夹拖到这里。</translation>
    </message>
    <message>
        <source>Nothing is typed in yet</source>
        <translation>还没有录入</translation>
    </message>
    <message>
        <source>Scan the first form to begin.</source>
        <translation>扫第一张表开始。</translation>
    </message>
    <message>
        <source>No paper is missing</source>
        <translation>没有缺的表</translation>
    </message>
    <message>
        <source>Everybody who came has given the form back.</source>
        <translation>到场客户的表都收回了。</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>已录</translation>
    </message>
    <message>
        <source>To type in</source>
        <translation>待录</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>未收回</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>未到场</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>Entered late</source>
        <translation>迟录</translation>
    </message>
    <message>
        <source>Ticks to look at</source>
        <translation>勾选待看</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
</context>
<context>
    <name>FrontPage</name>
    <message>
        <source>{desk} · The camera does not answer, please call our staff</source>
        <translation>{desk} · 摄像头没有应答，请叫工作人员</translation>
    </message>
    <message>
        <source>{desk} · All set</source>
        <translation>{desk} · 一切就绪</translation>
    </message>
    <message>
        <source>Back in {seconds} s · the next client can scan now</source>
        <translation>{seconds} 秒后返回 · 下一位可以直接扫码</translation>
    </message>
    <message>
        <source>Back in {seconds} s · F7 the same, let in · F8 another</source>
        <translation>{seconds} 秒后返回 · F7 同一位，请进 · F8 另一位</translation>
    </message>
    <message>
        <source>{time} · Result {code} · {desk}</source>
        <translation>{time} · 核验结果 {code} · {desk}</translation>
    </message>
    <message>
        <source>{seconds} s · F5 companion · F6 executive</source>
        <translation>{seconds} 秒 · F5 陪同 · F6 高管</translation>
    </message>
    <message>
        <source>{slot} slot, full</source>
        <translation>{slot} 场（已满）</translation>
    </message>
    <message>
        <source>{slot} slot</source>
        <translation>{slot} 场</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Parts</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Dispatched to Design</source>
        <translation>已派给研发设计部</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>禁用</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>常态</translation>
    </message>
    <message>
        <source>Hover</source>
        <translation>悬停</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>按下</translation>
    </message>
    <message>
        <source>Key focus</source>
        <translation>键盘焦点</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>安静的</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小按钮</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>次要</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Inquiry</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>报修</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Chen Zhixia</source>
        <translation>陈知夏</translation>
    </message>
    <message>
        <source>As in the contract</source>
        <translation>与购房合同一致</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Block-unit-room</source>
        <translation>楼-单元-房号</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>One digit short of 11</source>
        <translation>少一位，应为 11 位</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Words, number, name, room</source>
        <translation>原话、编号、姓名、房号</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>现在不能填</translation>
    </message>
    <message>
        <source>Repeated to the client</source>
        <translation>复述一遍，请客户确认</translation>
    </message>
    <message>
        <source>Asked what is missing</source>
        <translation>问：还有什么没说到的</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已闭环</translation>
    </message>
    <message>
        <source>3 hours left</source>
        <translation>剩 3 小时</translation>
    </message>
    <message>
        <source>2 days late</source>
        <translation>逾期 2 天</translation>
    </message>
    <message>
        <source>To call back</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>No network. Carry on; everything is sent when it is back.</source>
        <translation>现在没有网络。照常使用，恢复后自动发出。</translation>
    </message>
    <message>
        <source>The printer does not answer; 1 copy is waiting.</source>
        <translation>打印机没有应答，1 份客户联在排队。</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Use another printer</source>
        <translation>换一台打印</translation>
    </message>
    <message>
        <source>Concerns and promises</source>
        <translation>诉求与承诺</translation>
    </message>
    <message>
        <source>Ms Chen Zhixia</source>
        <translation>陈知夏 女士</translation>
    </message>
    <message>
        <source>In the client&apos;s words</source>
        <translation>客户是这样说的</translation>
    </message>
    <message>
        <source>The water runs straight out.</source>
        <translation>水一冲就往外跑。</translation>
    </message>
    <message>
        <source>Slope redone, 24-hour water test</source>
        <translation>重做找坡，24 小时闭水</translation>
    </message>
    <message>
        <source>6-2-1201 · owner</source>
        <translation>6-2-1201 · 业主</translation>
    </message>
    <message>
        <source>Draft saved 10:02:41</source>
        <translation>草稿已存 10:02:41</translation>
    </message>
    <message>
        <source>No concerns yet</source>
        <translation>还没有诉求</translation>
    </message>
    <message>
        <source>Every sentence written down in a talk appears here.</source>
        <translation>接待时记下的每一句，会出现在这里。</translation>
    </message>
    <message>
        <source>Begin a talk</source>
        <translation>开始接待</translation>
    </message>
    <message>
        <source>16 May 10:04</source>
        <translation>5月16日 10:04</translation>
    </message>
    <message>
        <source>There is a cabinet in the hall of the show flat, it is drawn in the plan too, and now the wall on site has come forward by ten centimetres. I do not want money, just tell me which plan counts.</source>
        <translation>样板间入户有个玄关柜，图上也画了，现在现场那面墙往前推了快十公分，柜子肯定放不下。我不是要赔钱，你们就告诉我，到底按哪个图交房。</translation>
    </message>
    <message>
        <source>Please answer in writing, with the drawing.</source>
        <translation>书面说明，附图。</translation>
    </message>
</context>
<context>
    <name>GeneralSection</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>By day and by night the same words and places.</source>
        <translation>日间和夜间，文字和位置都一样。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>No movement on the screen</source>
        <translation>屏幕上不要动画</translation>
    </message>
</context>
<context>
    <name>GuideLineRow</name>
    <message>
        <source>Keep in mind</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Scale 1-5</source>
        <translation>打分 1-5</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>In Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Second-level areas it covers, spaces between</source>
        <translation>问到的细类，用空格隔开</translation>
    </message>
    <message>
        <source>Kind of line</source>
        <translation>这一行是什么</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Take this line out</source>
        <translation>删去这一行</translation>
    </message>
    <message>
        <source>The two ends, / between</source>
        <translation>两头：很差|poor / 很好|good</translation>
    </message>
    <message>
        <source>Answers, / between</source>
        <translation>选项，用 / 隔开</translation>
    </message>
</context>
<context>
    <name>GuidePanel</name>
    <message>
        <source>Version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>接待提示</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Digits answer, up and down move, F5 goes back to the words</source>
        <translation>按数字作答，上下键换题，F5 回到原话</translation>
    </message>
</context>
<context>
    <name>GuidesFlow</name>
    <message>
        <source>Version {number} is kept; talks that begin now are led by it</source>
        <translation>第 {number} 版已保存，新开始的接待就用这一版</translation>
    </message>
</context>
<context>
    <name>GuidesPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Guides of talks</source>
        <translation>访谈提纲</translation>
    </message>
    <message>
        <source>Something to keep in mind</source>
        <translation>加一条提示</translation>
    </message>
    <message>
        <source>A question</source>
        <translation>加一个问题</translation>
    </message>
    <message>
        <source>How it is used</source>
        <translation>怎么用</translation>
    </message>
    <message>
        <source>The host sees it beside the words; F5 asks its questions, digits answer.</source>
        <translation>接待人在原话旁边看到它；按 F5 逐题提问，按数字作答。</translation>
    </message>
    <message>
        <source>Saving makes the next version. Those before stay: a talk keeps the one it was led by.</source>
        <translation>保存就是下一版；旧版都在，一次接待始终用它开始时的那一版。</translation>
    </message>
    <message>
        <source>Answers of a choice with / between them, English behind a |: 有|Yes / 没有|No</source>
        <translation>选项用 / 隔开，英文写在 | 后面：有|Yes / 没有|No</translation>
    </message>
    <message>
        <source>A scale has five points; name its two ends the same way, or leave them out.</source>
        <translation>打分是五档；两头的说法照样写，也可以不写。</translation>
    </message>
    <message>
        <source>The areas a question covers show later what clients say without being asked.</source>
        <translation>写上问到的细类，以后就看得出客户说了哪些没有问到的。</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>Save as version {number}</source>
        <translation>保存为第 {number} 版</translation>
    </message>
    <message>
        <source>{prompts} to keep in mind, {questions} to ask</source>
        <translation>提示 {prompts} 条，问题 {questions} 个</translation>
    </message>
    <message>
        <source>An earlier version: it can be read, not changed</source>
        <translation>旧版，只能看，不能改</translation>
    </message>
</context>
<context>
    <name>Guiding</name>
    <message>
        <source>This guide asks no questions</source>
        <translation>这份提纲没有问题可问</translation>
    </message>
</context>
<context>
    <name>HallButtons</name>
    <message>
        <source>Close the board</source>
        <translation>关闭叫号屏</translation>
    </message>
    <message>
        <source>Calling board</source>
        <translation>叫号屏</translation>
    </message>
    <message>
        <source>No second screen</source>
        <translation>没有第二块屏幕</translation>
    </message>
    <message>
        <source>Go on calling</source>
        <translation>恢复叫号</translation>
    </message>
    <message>
        <source>Pause calling</source>
        <translation>暂停叫号</translation>
    </message>
</context>
<context>
    <name>HallFlow</name>
    <message>
        <source>{number} is called</source>
        <translation>{number} 已叫号</translation>
    </message>
    <message>
        <source>{number} is shown once more</source>
        <translation>{number} 又显示了一次</translation>
    </message>
    <message>
        <source>{number} was greeted</source>
        <translation>{number} 已接待</translation>
    </message>
    <message>
        <source>{number} has left</source>
        <translation>{number} 已离开</translation>
    </message>
    <message>
        <source>{number} waits again</source>
        <translation>{number} 继续等候</translation>
    </message>
    <message>
        <source>{number} goes to {whom}</source>
        <translation>{number} 派给 {whom}</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation>{name} 回来了</translation>
    </message>
    <message>
        <source>{name} is away; {count} go to others</source>
        <translation>{name} 已离开，{count} 位改派给别人</translation>
    </message>
    <message>
        <source>The screens call again</source>
        <translation>叫号屏恢复叫号</translation>
    </message>
    <message>
        <source>The calling board is open</source>
        <translation>叫号屏已打开</translation>
    </message>
    <message>
        <source>The calling board is closed</source>
        <translation>叫号屏已关闭</translation>
    </message>
    <message>
        <source>There is no second screen for the calling board</source>
        <translation>没有第二块屏幕，叫号屏打不开</translation>
    </message>
    <message>
        <source>{count} hold a number now</source>
        <translation>已给 {count} 位发号</translation>
    </message>
    <message>
        <source>Settled: one goes on, nothing that was written down is lost</source>
        <translation>已定：由一位继续，记下的内容都在</translation>
    </message>
</context>
<context>
    <name>HallPage</name>
    <message>
        <source>Hall</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Ticket, name, room</source>
        <translation>号码、姓名、房号</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>人员与桌位</translation>
    </message>
    <message>
        <source>Calling board</source>
        <translation>叫号屏</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause all screens</source>
        <translation>暂停所有叫号屏</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>派给</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>已等</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>down, up</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>call</source>
        <translation>叫号</translation>
    </message>
    <message>
        <source>greeted</source>
        <translation>已接待</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>send there</source>
        <translation>派给这位</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候中</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Greeted</source>
        <translation>已接待</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>Since {time} every screen in the hall asks for a moment&apos;s patience</source>
        <translation>{time} 起所有叫号屏都在请客户稍候</translation>
    </message>
    <message>
        <source>{count} came in and hold no number</source>
        <translation>{count} 位已签到，还没有号</translation>
    </message>
    <message>
        <source>Give them one</source>
        <translation>给他们发号</translation>
    </message>
    <message>
        <source>greeted within {time} (median), {share} % in time</source>
        <translation>接待用时中位 {time}，达标 {share}%</translation>
    </message>
    <message>
        <source>{who} was taken by several. Who goes on?</source>
        <translation>{who} 被两处同时接了，由谁继续？</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>没有人等候</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>这里没有人</translation>
    </message>
    <message>
        <source>Whoever checks in stands here with a number.</source>
        <translation>签到的客户会带着号码出现在这里。</translation>
    </message>
    <message>
        <source>No event yet</source>
        <translation>还没有活动</translation>
    </message>
    <message>
        <source>The hall is directed while an event goes on.</source>
        <translation>活动进行时在这里调度。</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新建活动</translation>
    </message>
</context>
<context>
    <name>HallPane</name>
    <message>
        <source>Nobody is on duty here</source>
        <translation>还没有安排接待人</translation>
    </message>
    <message>
        <source>Say under Seats who receives clients, and at which table.</source>
        <translation>请在“人员与桌位”里安排谁接待、坐哪张桌。</translation>
    </message>
    <message>
        <source>came {time}</source>
        <translation>{time} 到访</translation>
    </message>
    <message>
        <source>also {numbers}</source>
        <translation>另有 {numbers}</translation>
    </message>
    <message>
        <source>Sent to {whom}</source>
        <translation>派给 {whom}</translation>
    </message>
    <message>
        <source>called by {name}</source>
        <translation>{name} 叫号</translation>
    </message>
    <message>
        <source>waited {time}</source>
        <translation>已等 {time}</translation>
    </message>
    <message>
        <source>Send to whoever is free</source>
        <translation>派给最空的一位</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>叫号</translation>
    </message>
    <message>
        <source>Has been greeted</source>
        <translation>已接到</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>再叫一次</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>回来了</translation>
    </message>
    <message>
        <source>Open the client</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>当值</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>派给谁</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>away since {time}</source>
        <translation>{time} 离开</translation>
    </message>
    <message>
        <source>in a talk, {count} min</source>
        <translation>接待中，{count} 分钟</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>等候 {count} 位</translation>
    </message>
    <message>
        <source>{name}, {count} min</source>
        <translation>{name}，{count} 分钟</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空着</translation>
    </message>
</context>
<context>
    <name>HallSeats</name>
    <message>
        <source>Seats</source>
        <translation>人员与桌位</translation>
    </message>
    <message>
        <source>Families are sent to whoever has the fewest waiting. A table may stay empty.</source>
        <translation>客户派给等的人最少的一位。没有固定桌的，桌号可以空着。</translation>
    </message>
    <message>
        <source>Put on duty</source>
        <translation>安排当班</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>桌号</translation>
    </message>
    <message>
        <source>What the hall sees</source>
        <translation>大厅里看得到什么</translation>
    </message>
    <message>
        <source>Greeting at the check-in desk</source>
        <translation>签到台的问候语</translation>
    </message>
    <message>
        <source>Empty: Welcome. Never a name or a number in it.</source>
        <translation>空着就是“欢迎您”。不要写姓名和号码。</translation>
    </message>
    <message>
        <source>The host&apos;s name beside the table</source>
        <translation>桌号旁显示接待人姓名</translation>
    </message>
    <message>
        <source>The client&apos;s masked name at the check-in desk</source>
        <translation>签到台显示客户姓名（隐去一个字）</translation>
    </message>
    <message>
        <source>How many helmets to take, on the welcome</source>
        <translation>签到后显示安全帽几顶</translation>
    </message>
    <message>
        <source>That there is a gift, on the welcome</source>
        <translation>签到后显示有伴手礼</translation>
    </message>
    <message>
        <source>Table of {name}</source>
        <translation>{name} 的桌号</translation>
    </message>
    <message>
        <source>Take {name} off duty</source>
        <translation>取消 {name} 的当班</translation>
    </message>
</context>
<context>
    <name>HallWords</name>
    <message>
        <source>Name not known yet</source>
        <translation>还不知道是谁</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 位</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>Greeted {time}</source>
        <translation>已接待 {time}</translation>
    </message>
    <message>
        <source>Called {time}</source>
        <translation>已叫号 {time}</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待派</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候中</translation>
    </message>
</context>
<context>
    <name>Handing</name>
    <message>
        <source>Keep the calendar</source>
        <translation>保存日历</translation>
    </message>
    <message>
        <source>My duties</source>
        <translation>我的接待日历</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>日历 (*.ics)</translation>
    </message>
    <message>
        <source>One page before</source>
        <translation>接待前一页</translation>
    </message>
    <message>
        <source>One page after</source>
        <translation>接待后一页</translation>
    </message>
    <message>
        <source>Kept as {file}</source>
        <translation>已保存为 {file}</translation>
    </message>
</context>
<context>
    <name>HeapPanel</name>
    <message>
        <source>Close</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>导入照片</translation>
    </message>
    <message>
        <source>{attached} attached to {forms} forms, {known} were here already, {left} left out</source>
        <translation>附上 {attached} 张，归到 {forms} 张表；已有 {known} 张；没有附上 {left} 张</translation>
    </message>
    <message>
        <source>Looking at {done} of {total}: {attached} attached so far</source>
        <translation>正在看第 {done} / {total} 张，已附上 {attached} 张</translation>
    </message>
    <message>
        <source>{said}; the ticks of {read} sheets were read</source>
        <translation>{said}；读出 {read} 张表的勾选</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>How it works</source>
        <translation>怎么用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>HistoryFlow</name>
    <message>
        <source>“{field}” is back to what it was</source>
        <translation>“{field}”已改回原来的</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>History of {name}</source>
        <translation>{name} 的历史</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>一条记录</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>再看 {count} 条</translation>
    </message>
    <message>
        <source>Nothing has become of it so far.</source>
        <translation>到现在没有任何改动。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Who saw it</source>
        <translation>谁看过</translation>
    </message>
    <message>
        <source>Only the office is told who has looked at a record.</source>
        <translation>谁看过一条记录，只有办公室能看。</translation>
    </message>
    <message>
        <source>Nobody has opened, printed or exported it so far.</source>
        <translation>到现在没有人打开、打印或导出过。</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Numbers of the day</source>
        <translation>现场数字</translation>
    </message>
    <message>
        <source>To do today</source>
        <translation>今日待办</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Came / invited</source>
        <translation>到访 / 受邀</translation>
    </message>
    <message>
        <source>Common issues</source>
        <translation>共性问题</translation>
    </message>
    <message>
        <source>By different clients</source>
        <translation>按不同客户数</translation>
    </message>
    <message>
        <source>To do first: {count}</source>
        <translation>重点 {count} 件</translation>
    </message>
    <message>
        <source>Since the beginning</source>
        <translation>项目开始至今</translation>
    </message>
    <message>
        <source>{first} until {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>Good morning, {name}</source>
        <translation>{name}，上午好</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>上午好</translation>
    </message>
    <message>
        <source>Good day, {name}</source>
        <translation>{name}，中午好</translation>
    </message>
    <message>
        <source>Good day</source>
        <translation>中午好</translation>
    </message>
    <message>
        <source>Good afternoon, {name}</source>
        <translation>{name}，下午好</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>下午好</translation>
    </message>
    <message>
        <source>Good evening, {name}</source>
        <translation>{name}，晚上好</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>晚上好</translation>
    </message>
    <message>
        <source>Nobody has been checked in so far. Who comes and when stands here.</source>
        <translation>还没有人签到。谁什么时候来，会出现在这里。</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>到访</translation>
    </message>
    <message>
        <source>{event} · arrivals</source>
        <translation>{event} · 到访</translation>
    </message>
    <message>
        <source>{arrived} / {invited} · every 15 minutes</source>
        <translation>{arrived} / {invited} · 每 15 分钟</translation>
    </message>
    <message>
        <source>No concern was heard in these days.</source>
        <translation>这几天没有诉求。</translation>
    </message>
    <message>
        <source>Concerns by area</source>
        <translation>诉求类别</translation>
    </message>
    <message>
        <source>{count} in these days</source>
        <translation>共 {count} 件</translation>
    </message>
    <message>
        <source>No area yet</source>
        <translation>未分类别</translation>
    </message>
    <message>
        <source>sub-areas</source>
        <translation>二级类别</translation>
    </message>
    <message>
        <source>building parts</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>rules in the way</source>
        <translation>规则缺口</translation>
    </message>
    <message>
        <source>“Other” is {percent} % of the {list} ({others} of {base}): a code is missing</source>
        <translation>{list}里“其他”占 {percent}%（{others} / {base}）：建议增加一个编码</translation>
    </message>
    <message>
        <source>Nothing presses: everything is within its days.</source>
        <translation>没有要先办的，都在时限内。</translation>
    </message>
    <message>
        <source>No event yet.</source>
        <translation>还没有活动。</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} 件未了</translation>
    </message>
    <message>
        <source>All ended</source>
        <translation>都已办结</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation>临近</translation>
    </message>
    <message>
        <source>{days} d late</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>{days} d left</source>
        <translation>剩 {days} 天</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Event summary</source>
        <translation>活动总结</translation>
    </message>
</context>
<context>
    <name>HostFlow</name>
    <message>
        <source>End this talk first (F9)</source>
        <translation>请先结束这次接待 (F9)</translation>
    </message>
</context>
<context>
    <name>HostKeys</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>接待提示</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>遮屏</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Down, up</source>
        <translation>下一条、上一条</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Talks today</source>
        <translation>今日接待</translation>
    </message>
    <message>
        <source>Number in full</source>
        <translation>完整号码</translation>
    </message>
    <message>
        <source>On the line</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Counts nowhere</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Call the next client; again once they have sat down</source>
        <translation>叫下一位；客户入座后再按一次，开始接待</translation>
    </message>
    <message>
        <source>Call once more whoever was called</source>
        <translation>再叫一次</translation>
    </message>
    <message>
        <source>Leave for a while, be back</source>
        <translation>离开一会儿，回来</translation>
    </message>
    <message>
        <source>Save, next concern</source>
        <translation>保存，写下一条诉求</translation>
    </message>
    <message>
        <source>Choose the type</source>
        <translation>选类型</translation>
    </message>
    <message>
        <source>Choose the area</source>
        <translation>选类别</translation>
    </message>
    <message>
        <source>Talks, my tasks, calls</source>
        <translation>接待、我的待办、热线通话</translation>
    </message>
    <message>
        <source>Write a promise</source>
        <translation>写承诺</translation>
    </message>
    <message>
        <source>Answer the guide&apos;s questions, and back to the words</source>
        <translation>回答提纲里的问题，再按回到原话</translation>
    </message>
    <message>
        <source>No talk</source>
        <translation>未通话</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>More about this concern: place, part, measures; and back</source>
        <translation>更多：房号部位、实测、规则；再按收起</translation>
    </message>
    <message>
        <source>Similar earlier concerns, and close them</source>
        <translation>看相似诉求，再按收起</translation>
    </message>
    <message>
        <source>Write a promise; again for the other kind</source>
        <translation>写承诺；再按换类别（办理、需授权）</translation>
    </message>
    <message>
        <source>Note something said in passing</source>
        <translation>记一句随口提到的话</translation>
    </message>
    <message>
        <source>Pictures; again once the client was told</source>
        <translation>照片；再按一次表示已告知并选文件</translation>
    </message>
    <message>
        <source>Read the sheet over; again to record and end</source>
        <translation>通读全表；再按一次，记下并结束</translation>
    </message>
    <message>
        <source>Back to writing</source>
        <translation>回去接着写</translation>
    </message>
    <message>
        <source>Lift or lower the cover of both sides</source>
        <translation>揭开或遮住两侧</translation>
    </message>
    <message>
        <source>Who is present: added, listening, stood in for</source>
        <translation>在场的人：添加、旁听、代谁接待</translation>
    </message>
    <message>
        <source>Print or keep the client&apos;s copy, after the talk</source>
        <translation>接待结束后，打印或保存客户联</translation>
    </message>
    <message>
        <source>Tasks: down, up, kept, open</source>
        <translation>待办：下一条、上一条、已兑现、打开</translation>
    </message>
    <message>
        <source>Find a command or a client</source>
        <translation>查找命令或客户</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>F8 calls whoever has waited longest, then begins once they sit there; a click chooses another.</source>
        <translation>F8 叫等得最久的一位，入座后再按一次就开始接待；点一下可以换人。</translation>
    </message>
    <message>
        <source>Those of another table are taken over on purpose. While you are away nobody is sent to you.</source>
        <translation>派给别桌的客户可以接过来。您离开时，不会再派客户给您。</translation>
    </message>
    <message>
        <source>As soon as a talk opens both sides are covered: the client sees only what concerns them.</source>
        <translation>接待一开始，左右两栏自动遮住：客户只看得到与自己有关的内容。</translation>
    </message>
    <message>
        <source>Write down what the client says, word for word. Every pause keeps it on the disk.</source>
        <translation>客户怎么说就怎么记，一字不改。每一次停顿都会自动保存。</translation>
    </message>
    <message>
        <source>One concern, one card: Ctrl+Enter goes on to the next. A promise needs a day.</source>
        <translation>一件事一张卡：Ctrl+Enter 记下一条。承诺要写明日期。</translation>
    </message>
    <message>
        <source>What is said in passing is noted by F6 and can become a concern later.</source>
        <translation>随口提到的话按 F6 记下，以后可以转为诉求。</translation>
    </message>
    <message>
        <source>F9 shows the whole sheet: read it out, then F9 again records it and offers the client&apos;s copy.</source>
        <translation>F9 显示整张记录：念给客户听，再按 F9 登记并出客户联。</translation>
    </message>
    <message>
        <source>On the hotline Ctrl+3 shows whom to call: F2 the number, a digit what came of it, F8 a call in.</source>
        <translation>坐热线时按 Ctrl+3：F2 看号码，数字键记结果，F8 接来电。</translation>
    </message>
    <message>
        <source>Print the client&apos;s copy</source>
        <translation>打印客户联</translation>
    </message>
    <message>
        <source>Keep the client&apos;s copy (PDF)</source>
        <translation>存客户联 (PDF)</translation>
    </message>
    <message>
        <source>Whoever was called did not come</source>
        <translation>叫到的客户没有来</translation>
    </message>
    <message>
        <source>Receive somebody not on the list</source>
        <translation>接待没有登记的客户</translation>
    </message>
    <message>
        <source>My tasks</source>
        <translation>我的待办</translation>
    </message>
    <message>
        <source>Calls of the hotline</source>
        <translation>热线通话</translation>
    </message>
    <message>
        <source>Take the event kit from the stick</source>
        <translation>从 U 盘接收活动包</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>HostWindow</name>
    <message>
        <source>Qinting, notes of the host</source>
        <translation>亲听 · 高管手记</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>All is saved</source>
        <translation>全部已保存</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>还没有保存</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>No event today</source>
        <translation>今天没有活动</translation>
    </message>
    <message>
        <source>The office adds events and hands them on.</source>
        <translation>活动由办公室建立，再发到这台电脑。</translation>
    </message>
    <message>
        <source>Nobody is waiting yet</source>
        <translation>还没有人等候</translation>
    </message>
    <message>
        <source>The first client will appear here after checking in.</source>
        <translation>第一位客户签到后会出现在这里。</translation>
    </message>
    <message>
        <source>Clients are waiting</source>
        <translation>有客户在等候</translation>
    </message>
    <message>
        <source>Choose a client at the left. Both sides are covered as soon as the talk opens.</source>
        <translation>在左边选好客户。接待一开始，两侧自动遮屏。</translation>
    </message>
    <message>
        <source>Begin the talk</source>
        <translation>开始接待</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接过来</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>叫号</translation>
    </message>
</context>
<context>
    <name>ImportCheck</name>
    <message>
        <source>The same list a second time changes nothing. Afterwards Ctrl+Z takes the whole batch back.</source>
        <translation>同一份名单再导一次，什么也不会变。导入后 Ctrl+Z 可整批撤回。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Save these rows as a table</source>
        <translation>把问题行存成表格</translation>
    </message>
    <message>
        <source>Import {count} rows</source>
        <translation>导入 {count} 行</translation>
    </message>
    <message>
        <source>Nothing new in this list</source>
        <translation>这份名单没有新内容</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 行</translation>
    </message>
    <message>
        <source>Import without it</source>
        <translation>不带这一项导入</translation>
    </message>
    <message>
        <source>the first {count} of {total}</source>
        <translation>前 {count} 行，共 {total} 行</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>导入后的样子</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Left out for now: {count}</source>
        <translation>{count} 行有问题，先不导入</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Value (change it here)</source>
        <translation>原值（可在此改）</translation>
    </message>
    <message>
        <source>Perhaps double: {count}. {first}</source>
        <translation>可能重复 {count} 行：{first}</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐个看</translation>
    </message>
    <message>
        <source>Change to {value}</source>
        <translation>改为 {value}</translation>
    </message>
    <message>
        <source>Import without the phone</source>
        <translation>不带电话导入</translation>
    </message>
    <message>
        <source>Leave this row out</source>
        <translation>跳过这一行</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>称谓</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>ImportFigures</name>
    <message>
        <source>new clients</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>brought up to date</source>
        <translation>更新已有</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>cannot come in</source>
        <translation>不能导入</translation>
    </message>
    <message>
        <source>perhaps double</source>
        <translation>可能重复</translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>Client list</source>
        <translation>客户名单</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.csv);;All files (*)</source>
        <translation>名单 (*.xlsx *.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>{count} clients came in</source>
        <translation>已导入 {count} 位客户</translation>
    </message>
    <message>
        <source>Taken back: {removed} removed, {restored} put back, {kept} kept because they came or spoke</source>
        <translation>已撤回：移除 {removed} 位，恢复 {restored} 处，保留 {kept} 位（已到访或已有诉求）</translation>
    </message>
    <message>
        <source>Rows to put right</source>
        <translation>待改的行</translation>
    </message>
    <message>
        <source>Save these rows as a table</source>
        <translation>把问题行存成表格</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已存到 {file}</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import a client list</source>
        <translation>导入客户名单</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选文件</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>For which event</source>
        <translation>导入到哪场活动</translation>
    </message>
    <message>
        <source>Everybody on the list is invited to it</source>
        <translation>名单上的客户都会列入这场活动的邀请</translation>
    </message>
    <message>
        <source>Drop the list here, or choose the file</source>
        <translation>把名单拖到这里，或选文件</translation>
    </message>
    <message>
        <source>XLSX or CSV as you have it. You see what would happen before anything does.</source>
        <translation>XLSX 或 CSV，原样就行。先看结果，再决定导入。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选文件</translation>
    </message>
    <message>
        <source>There is no event yet</source>
        <translation>还没有活动</translation>
    </message>
    <message>
        <source>A list belongs to an event. Build the event first.</source>
        <translation>名单要归到一场活动里。请先建立活动。</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>Import another list</source>
        <translation>再导一份</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>对应栏目</translation>
    </message>
    <message>
        <source>{added} new, {updated} brought up to date, {same} unchanged, {rejected} left out</source>
        <translation>新客户 {added} 位，更新 {updated} 位，没有变化 {same} 位，未导入 {rejected} 行</translation>
    </message>
    <message>
        <source>The list is in</source>
        <translation>名单已导入</translation>
    </message>
    <message>
        <source>On to the invitations</source>
        <translation>去发邀请</translation>
    </message>
</context>
<context>
    <name>InvitationsPage</name>
    <message>
        <source>Invitations</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Call list</source>
        <translation>邀约名单</translation>
    </message>
    <message>
        <source>Make invitations</source>
        <translation>制作邀请</translation>
    </message>
    <message>
        <source>Numbers of the day</source>
        <translation>现场数字</translation>
    </message>
    <message>
        <source>There is no event yet</source>
        <translation>还没有活动</translation>
    </message>
    <message>
        <source>Build the event first.</source>
        <translation>请先新建活动。</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>on the list</source>
        <translation>在名单上</translation>
    </message>
    <message>
        <source>handed out</source>
        <translation>已发出</translation>
    </message>
    <message>
        <source>have come</source>
        <translation>已到访</translation>
    </message>
    <message>
        <source>What shall be made?</source>
        <translation>要生成什么？</translation>
    </message>
    <message>
        <source>Sheets to print (PDF)</source>
        <translation>打印用邀请函 (PDF)</translation>
    </message>
    <message>
        <source>Cards with code and number, several on a page</source>
        <translation>带二维码和数字，一页几张</translation>
    </message>
    <message>
        <source>Pictures to send (PNG)</source>
        <translation>发送用图片 (PNG)</translation>
    </message>
    <message>
        <source>One for each client, in a folder for each adviser</source>
        <translation>每位客户一张，按对接人分文件夹</translation>
    </message>
    <message>
        <source>List with messages (CSV)</source>
        <translation>邀约名单 (CSV)</translation>
    </message>
    <message>
        <source>A message for each client, ready to paste</source>
        <translation>每位客户一条消息，可直接粘贴</translation>
    </message>
    <message>
        <source>The list holds phones in full. Making it is noted in the journal.</source>
        <translation>名单里有完整电话，生成时会留下记录。</translation>
    </message>
    <message>
        <source>Make the invitations</source>
        <translation>生成邀请</translation>
    </message>
    <message>
        <source>Nobody is on the list yet: import it first</source>
        <translation>名单上还没有客户，请先导入名单</translation>
    </message>
</context>
<context>
    <name>InvitingFlow</name>
    <message>
        <source>{client}: {result}</source>
        <translation>{client}：{result}</translation>
    </message>
    <message>
        <source>{count} noted as sent</source>
        <translation>{count} 位记为已发</translation>
    </message>
    <message>
        <source>Nobody here is to be reminded</source>
        <translation>这里没有要提醒的客户</translation>
    </message>
    <message>
        <source>{count} reminders are copied: paste them into the chat</source>
        <translation>{count} 条提醒已复制，可以贴到微信</translation>
    </message>
    <message>
        <source>{count} reminders are copied: paste them into the chat with {owner}</source>
        <translation>{count} 条提醒已复制，可以贴到微信发给{owner}</translation>
    </message>
    <message>
        <source>Table (*.xlsx);;Text (*.csv)</source>
        <translation>表格 (*.xlsx);;文本 (*.csv)</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>存成表格</translation>
    </message>
    <message>
        <source>{count} clients are in {file}</source>
        <translation>{count} 位客户已存到 {file}</translation>
    </message>
    <message>
        <source>{client} has a new code, number {spoken}; the old one is revoked. Save it and send it</source>
        <translation>{client}的新邀请码数字 {spoken}，旧码已作废。请存下图片，发给客户</translation>
    </message>
    <message>
        <source>Where shall the code go?</source>
        <translation>邀请码图片存到哪里？</translation>
    </message>
    <message>
        <source>The picture to send is in {folder}</source>
        <translation>要发的图片在 {folder}</translation>
    </message>
    <message>
        <source>Where shall it go?</source>
        <translation>存到哪里？</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The card to hand over is {file}</source>
        <translation>要递交的卡片：{file}</translation>
    </message>
    <message>
        <source>The invitation of {client} is revoked</source>
        <translation>{client}的邀请已收回</translation>
    </message>
</context>
<context>
    <name>JoinPanel</name>
    <message>
        <source>Name, pinyin, room, end of phone</source>
        <translation>姓名、拼音、房号、电话后四位</translation>
    </message>
    <message>
        <source>The older record remains; nothing is lost, and it can be taken back.</source>
        <translation>保留较早的一条；什么都不会丢，也可以撤回。</translation>
    </message>
</context>
<context>
    <name>KeepingSection</name>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>Encrypted; a passphrase opens it</source>
        <translation>已加密，用口令打开</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>Without the passphrase nobody can open it, we neither.</source>
        <translation>没有口令谁也打不开，我们也不行。</translation>
    </message>
    <message>
        <source>No recovery sheet yet: print one and lock it away. It opens everything if the passphrase is lost.</source>
        <translation>还没有恢复单：请打印一张锁进保险柜，口令忘了靠它打开。</translation>
    </message>
    <message>
        <source>There is a recovery sheet. A new one makes it void.</source>
        <translation>已有恢复单。打印新的，旧的就作废。</translation>
    </message>
    <message>
        <source>New recovery sheet</source>
        <translation>打印新的恢复单</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>A copy needs both files: the database and the key file beside it.</source>
        <translation>备份要两个文件一起：数据库和旁边的密钥文件。</translation>
    </message>
    <message>
        <source>Whoever has the file can read it.</source>
        <translation>拿到文件的人就能读。</translation>
    </message>
    <message>
        <source>A package for headquarters or another office computer holds everything too, encrypted.</source>
        <translation>给总部或另一台办公室电脑的数据包也含全部资料，而且加密。</translation>
    </message>
    <message>
        <source>{key} {copy} {packages}</source>
        <translation>{key}{copy}{packages}</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>全面检查</translation>
    </message>
    <message>
        <source>To the packages</source>
        <translation>去导出数据包</translation>
    </message>
    <message>
        <source>Database and journal are sound.</source>
        <translation>数据库和日志都完好。</translation>
    </message>
    <message>
        <source>Something is not as it was written. Copy both files first, then ask for help.</source>
        <translation>有内容和写入时不一样。请先把两个文件都备份，再联系支持人员。</translation>
    </message>
</context>
<context>
    <name>KeyStep</name>
    <message>
        <source>How shall it be protected?</source>
        <translation>怎样保护资料？</translation>
    </message>
    <message>
        <source>On this computer will be names, telephones and what clients said.</source>
        <translation>这台电脑上会有客户的姓名、电话和原话。</translation>
    </message>
    <message>
        <source>With a passphrase</source>
        <translation>用口令加密</translation>
    </message>
    <message>
        <source>Without encryption</source>
        <translation>不加密</translation>
    </message>
    <message>
        <source>{count} characters or more; four words make a good one</source>
        <translation>至少 {count} 个字符；四个词连起来就很好</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>两次不一样</translation>
    </message>
    <message>
        <source>Write the passphrase on paper now. The last step prints a recovery sheet for the safe.</source>
        <translation>请现在就把口令写在纸上。最后一步可以打印一张恢复单，锁进保险柜。</translation>
    </message>
    <message>
        <source>The key file lies beside the database, {file}.keys; a copy needs both.</source>
        <translation>密钥文件 {file}.keys 和数据库放在一起，备份时两个都要。</translation>
    </message>
    <message>
        <source>Whoever holds the computer or a copy can read everything. For trials and for practice only.</source>
        <translation>拿到电脑或拷贝的人都能看到全部内容。只适合试用和练习。</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Find your name</source>
        <translation>找到您的名字</translation>
    </message>
    <message>
        <source>Is it you?</source>
        <translation>是您吗？</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>用姓名查找</translation>
    </message>
    <message>
        <source>Ask our staff</source>
        <translation>请工作人员</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>这不是我</translation>
    </message>
    <message>
        <source>Find another name</source>
        <translation>换个人查找</translation>
    </message>
    <message>
        <source>No invitation</source>
        <translation>没有收到邀请</translation>
    </message>
    <message>
        <source>No code? Find your name</source>
        <translation>没带码？用姓名查找</translation>
    </message>
    <message>
        <source>Please see our desk, it takes a minute</source>
        <translation>请到服务台，一分钟就好</translation>
    </message>
    <message>
        <source>Our desk is on your left, it takes a minute</source>
        <translation>请往左手边的服务台，一分钟就好</translation>
    </message>
    <message>
        <source>Our desk is on your right, it takes a minute</source>
        <translation>请往右手边的服务台，一分钟就好</translation>
    </message>
    <message>
        <source>A party of {count}</source>
        <translation>同行共 {count} 位</translation>
    </message>
    <message>
        <source>{count} here, {expected} on the list</source>
        <translation>到了 {count} 位，名单上 {expected} 位</translation>
    </message>
    <message>
        <source>Please go to table {table}</source>
        <translation>请到 {table} 桌</translation>
    </message>
    <message>
        <source>Please have a seat, we will come for you</source>
        <translation>请稍坐，马上来请您</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>您的号码</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>桌号</translation>
    </message>
    <message>
        <source>Your host</source>
        <translation>接待人</translation>
    </message>
    <message>
        <source>Safety helmets</source>
        <translation>安全帽</translation>
    </message>
    <message>
        <source>{count} to wear</source>
        <translation>{count} 顶</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>伴手礼</translation>
    </message>
    <message>
        <source>As you leave</source>
        <translation>离场时领取</translation>
    </message>
    <message>
        <source>Please come in. You need not check in again</source>
        <translation>请进，不用再签到</translation>
    </message>
    <message>
        <source>You are checked in as well</source>
        <translation>已一并签到</translation>
    </message>
    <message>
        <source>This invitation is for “{title}” on {day}</source>
        <translation>这张邀请是 {day} “{title}”的</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎您</translation>
    </message>
    <message>
        <source>Welcome all the same</source>
        <translation>今天也欢迎您</translation>
    </message>
    <message>
        <source>Hold your code to the reader</source>
        <translation>对准下方扫描口</translation>
    </message>
    <message>
        <source>Show your code</source>
        <translation>请出示邀请码</translation>
    </message>
    <message>
        <source>On your phone or on paper, both will do</source>
        <translation>手机上的、纸上的，都可以</translation>
    </message>
    <message>
        <source>Please show your invitation code, on phone or paper</source>
        <translation>请出示邀请码，手机上的、纸上的都可以</translation>
    </message>
    <message>
        <source>Hold your code up to the camera</source>
        <translation>把码对准这里</translation>
    </message>
    <message>
        <source>Resting today</source>
        <translation>今天休息</translation>
    </message>
    <message>
        <source>No event today</source>
        <translation>今天没有活动</translation>
    </message>
    <message>
        <source>If you need anything, please ask our staff</source>
        <translation>有需要，请找工作人员</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>已签到</translation>
    </message>
    <message>
        <source>Please have a seat, we will be with you in a moment</source>
        <translation>请稍坐，陪同人员马上来</translation>
    </message>
    <message>
        <source>Please see our desk</source>
        <translation>请到服务台</translation>
    </message>
    <message>
        <source>We will help</source>
        <translation>我们来帮您</translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>没关系</translation>
    </message>
    <message>
        <source>The picture may be cut off, or you have a newer code</source>
        <translation>可能是截图不全，或换过新的邀请码</translation>
    </message>
    <message>
        <source>Checked in, to be confirmed</source>
        <translation>已签到，待核对</translation>
    </message>
    <message>
        <source>You are in. We will complete the list later</source>
        <translation>名单稍后补上，您先请进</translation>
    </message>
    <message>
        <source>Already checked in</source>
        <translation>已经签到过</translation>
    </message>
    <message>
        <source>In at {time}</source>
        <translation>{time} 已签到</translation>
    </message>
    <message>
        <source>If that was not you, please tell our staff</source>
        <translation>如果那次不是您，请告诉我们</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>欢迎回来</translation>
    </message>
    <message>
        <source>Check in first</source>
        <translation>请先签到</translation>
    </message>
    <message>
        <source>We have not seen you at the entrance yet</source>
        <translation>您还没有在入口签到</translation>
    </message>
    <message>
        <source>Another event</source>
        <translation>不是这一场</translation>
    </message>
    <message>
        <source>This invitation is for another event</source>
        <translation>这张邀请是另一场活动的</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>不是今天</translation>
    </message>
    <message>
        <source>This invitation is for {day}</source>
        <translation>这张邀请是 {day} 的</translation>
    </message>
    <message>
        <source>Please try again</source>
        <translation>没有读清</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>请再试一次</translation>
    </message>
    <message>
        <source>We could not read it</source>
        <translation>没关系</translation>
    </message>
    <message>
        <source>Brighten the screen and hold it a little farther away</source>
        <translation>请把屏幕调亮，离远一点再试</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Been here already</source>
        <translation>已经来过</translation>
    </message>
    <message>
        <source>Here at {time}</source>
        <translation>{time} 来过</translation>
    </message>
    <message>
        <source>{station} · {today}</source>
        <translation>{station} · {today}</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>You can scan again, or find your name</source>
        <translation>可以重新扫码，或用姓名查找</translation>
    </message>
    <message>
        <source>This screen needs our staff</source>
        <translation>这台设备需要工作人员看一下</translation>
    </message>
    <message>
        <source>At {desk}</source>
        <translation>在{desk}</translation>
    </message>
    <message>
        <source>{today} · Welcome</source>
        <translation>{today} · 欢迎您</translation>
    </message>
    <message>
        <source>No invitation needed</source>
        <translation>没有邀请也欢迎您</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Safety talk</source>
        <translation>安全交底</translation>
    </message>
    <message>
        <source>Please have a seat, we begin in a moment</source>
        <translation>请入座，马上开始</translation>
    </message>
    <message>
        <source>Please put your helmet on before you go in</source>
        <translation>请戴好安全帽再进现场</translation>
    </message>
    <message>
        <source>Show flat</source>
        <translation>样板间</translation>
    </message>
    <message>
        <source>Please come in and take your time</source>
        <translation>请进，慢慢看</translation>
    </message>
    <message>
        <source>Your home</source>
        <translation>自家房屋</translation>
    </message>
    <message>
        <source>Your companion will take you there</source>
        <translation>陪同人员带您过去</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>接待区</translation>
    </message>
    <message>
        <source>A gift for you</source>
        <translation>请领伴手礼</translation>
    </message>
    <message>
        <source>Please take your gift, and thank you for coming</source>
        <translation>请领取伴手礼，谢谢您来</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>您慢走</translation>
    </message>
    <message>
        <source>To come back, just show your code again</source>
        <translation>再进来时，出示邀请码就行</translation>
    </message>
    <message>
        <source>Please read first</source>
        <translation>请先看一下</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Qinting</source>
        <translation>亲听</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
</context>
<context>
    <name>KitFlow</name>
    <message>
        <source>Kit {event}</source>
        <translation>活动包 {event}</translation>
    </message>
    <message>
        <source>Where is the kit to lie?</source>
        <translation>活动包放在哪里？</translation>
    </message>
    <message>
        <source>The kit is on the stick: {files} files, {size} kB. Eject it before you pull it out.</source>
        <translation>活动包已写好：{files} 个文件，{size} kB。请先弹出 U 盘再拔。</translation>
    </message>
    <message>
        <source>The kit is erased; it can be written anew at any time</source>
        <translation>活动包已从 U 盘删掉，随时可以再写一次</translation>
    </message>
    <message>
        <source>{count} new answers; {ready} of {all} devices ready</source>
        <translation>新读到 {count} 份回执；{all} 台中 {ready} 台就绪</translation>
    </message>
    <message>
        <source>Not readable, let these devices take it once more: {files}</source>
        <translation>有回执读不出来，请让这些设备再接收一次：{files}</translation>
    </message>
    <message>
        <source>{name} is meant to be there</source>
        <translation>已加上“{name}”</translation>
    </message>
    <message>
        <source>The device is off the list</source>
        <translation>已去掉这台设备</translation>
    </message>
    <message>
        <source>{name} is trusted, and by the kit the other devices trust it too</source>
        <translation>已信任“{name}”，其他设备也会凭办公室的签名信任它</translation>
    </message>
</context>
<context>
    <name>KitLineRow</name>
    <message>
        <source>Kiosk</source>
        <translation>签到台</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Not taken yet</source>
        <translation>还没有接收</translation>
    </message>
    <message>
        <source>To compare</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Has an older one</source>
        <translation>接的是上一版</translation>
    </message>
    <message>
        <source>Lacks something</source>
        <translation>缺东西</translation>
    </message>
    <message>
        <source>All ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>{name} will not be there</source>
        <translation>“{name}”不参加了</translation>
    </message>
    <message>
        <source>It took the kit before you wrote it anew. Let it take this one.</source>
        <translation>它接收之后您又写过一次活动包，请让它再接收一次。</translation>
    </message>
    <message>
        <source>{what}. {next}</source>
        <translation>{what}。{next}</translation>
    </message>
</context>
<context>
    <name>KitPage</name>
    <message>
        <source>Events</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Event kit</source>
        <translation>活动包</translation>
    </message>
    <message>
        <source>Read it back</source>
        <translation>读回</translation>
    </message>
    <message>
        <source>Write the kit</source>
        <translation>写出活动包</translation>
    </message>
    <message>
        <source>{ready} of {count} ready</source>
        <translation>{count} 台中 {ready} 台就绪</translation>
    </message>
    <message>
        <source>Devices of this event</source>
        <translation>本场设备</translation>
    </message>
    <message>
        <source>Which devices will be there?</source>
        <translation>当天用哪些设备？</translation>
    </message>
    <message>
        <source>Name each of them: the kiosks at the doors, the laptops at the tables.</source>
        <translation>逐台写上名称：门口的签到台、桌边的接待本。</translation>
    </message>
    <message>
        <source>{names} do not trust every device yet. The shared folder brings that by itself; without one, let them take the kit once more after you have compared the new devices.</source>
        <translation>{names} 还没有信任本场全部设备。接上共享文件夹会自动补上；没有的话，核对完新设备后，让它们再接收一次活动包。</translation>
    </message>
</context>
<context>
    <name>KitPanel</name>
    <message>
        <source>All right</source>
        <translation>好的</translation>
    </message>
    <message>
        <source>No event kit was found</source>
        <translation>没有找到活动包</translation>
    </message>
    <message>
        <source>Plug in the stick on which the office has written the kit, wait a moment, then press again.</source>
        <translation>请插上办公室写好活动包的 U 盘，稍等片刻，再按一次。</translation>
    </message>
    <message>
        <source>{device} has taken the kit: ready for {event}</source>
        <translation>{device} 已接收活动包，《{event}》可以用了</translation>
    </message>
    <message>
        <source>{device} has taken the kit of {event}: {count} things are lacking</source>
        <translation>{device} 已接收《{event}》的活动包，还缺 {count} 样</translation>
    </message>
    <message>
        <source>Read these words to the office, once:</source>
        <translation>请把这些词念给办公室核对，只需一次：</translation>
    </message>
    <message>
        <source>{what}. {next}</source>
        <translation>{what}。{next}</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Which language?</source>
        <translation>用哪种语言？</translation>
    </message>
    <message>
        <source>It can be changed at any time; papers are in both.</source>
        <translation>随时可以换；纸上两种语言都有。</translation>
    </message>
</context>
<context>
    <name>Loading</name>
    <message>
        <source>Writing {done} of {total}</source>
        <translation>正在生成 {done} / {total}</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在生成</translation>
    </message>
    <message>
        <source>Reading {done} of {total}</source>
        <translation>正在读取 {done} / {total}</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>{count} more go along with these</source>
        <translation>另有 {count} 条一并归入</translation>
    </message>
    <message>
        <source>very similar</source>
        <translation>很像</translation>
    </message>
    <message>
        <source>similar</source>
        <translation>相似</translation>
    </message>
    <message>
        <source>a little similar</source>
        <translation>有点像</translation>
    </message>
</context>
<context>
    <name>NeedsFlow</name>
    <message>
        <source>{name} took note of {count}</source>
        <translation>{name}已知悉 {count} 条</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Table (*.xlsx);;Text (*.csv)</source>
        <translation>表格 (*.xlsx);;文本 (*.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>needs</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Where shall it go?</source>
        <translation>存到哪里？</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>{file} is written: {count}</source>
        <translation>{file} 已写好：{count}</translation>
    </message>
</context>
<context>
    <name>NeedsPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>A department took note</source>
        <translation>部门已知悉</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Who said so</source>
        <translation>谁说的</translation>
    </message>
    <message>
        <source>How the word came</source>
        <translation>怎么说的</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>他们的话</translation>
    </message>
    <message>
        <source>Entered by you for them; you and the means are kept with it.</source>
        <translation>由您代录；代录人和方式一并留下。</translation>
    </message>
    <message>
        <source>Not asked for by the guide</source>
        <translation>提纲没有问到的</translation>
    </message>
    <message>
        <source>Write the guide anew</source>
        <translation>改提纲</translation>
    </message>
    <message>
        <source>Before a decision</source>
        <translation>决策前请先看</translation>
    </message>
    <message>
        <source>Needs, open concerns and common matters of this node on paper.</source>
        <translation>这个节点的需求、未了的诉求和共性问题，印在一张纸上。</translation>
    </message>
    <message>
        <source>As a PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>No needs here yet</source>
        <translation>这个节点还没有需求</translation>
    </message>
    <message>
        <source>At a talk of this node, give a concern the type need: it is listed here in the client&apos;s words.</source>
        <translation>在这个节点的接待里，把类型选为“需求”，客户的原话就会列在这里。</translation>
    </message>
    <message>
        <source>Look at the guide</source>
        <translation>看提纲</translation>
    </message>
    <message>
        <source>I myself</source>
        <translation>我自己</translation>
    </message>
    <message>
        <source>{count} needs, of {open} a leading department has not taken note</source>
        <translation>{count} 条需求，{open} 条还有主责部门没有知悉</translation>
    </message>
    <message>
        <source>Took note of all {count}</source>
        <translation>{count} 条都已知悉</translation>
    </message>
    <message>
        <source>{missed} of {count} with a topic were said without being asked for.</source>
        <translation>有细类的 {count} 条里，{missed} 条是客户自己说的，提纲没有问到。</translation>
    </message>
    <message>
        <source>Nothing with a second-level area has been said here.</source>
        <translation>这里还没有归到细类的原话。</translation>
    </message>
    <message>
        <source>{count} have no topic and do not count.</source>
        <translation>{count} 条没有细类，不计入。</translation>
    </message>
    <message>
        <source>Topics that no question asks for</source>
        <translation>没有问题问到的细类</translation>
    </message>
    <message>
        <source>Without an area</source>
        <translation>没有类别</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>再看 {count} 条</translation>
    </message>
    <message>
        <source>{name} received</source>
        <translation>{name} 接待</translation>
    </message>
    <message>
        <source>Waits for {names}</source>
        <translation>等{names}知悉</translation>
    </message>
    <message>
        <source>All that lead took note</source>
        <translation>主责部门都已知悉</translation>
    </message>
    <message>
        <source>{name} took note</source>
        <translation>{name}已知悉</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>NotTakenCard</name>
    <message>
        <source>Not taken in: {count}</source>
        <translation>未接收的文件 {count} 个</translation>
    </message>
    <message>
        <source>Show them in the folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>下一步：{step}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>OK</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>Notice for visitors, version {version}</source>
        <translation>来访告知书 第 {version} 版</translation>
    </message>
    <message>
        <source>I have read it, go on</source>
        <translation>我看过了，继续</translation>
    </message>
</context>
<context>
    <name>NumbersPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Numbers of the day</source>
        <translation>现场数字</translation>
    </message>
    <message>
        <source>Findings of the event</source>
        <translation>活动结论</translation>
    </message>
    <message>
        <source>No numbers yet</source>
        <translation>还没有数字</translation>
    </message>
    <message>
        <source>Who comes to the event is counted here.</source>
        <translation>活动到访的人会在这里计数。</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>截至 {time}</translation>
    </message>
    <message>
        <source>By slot</source>
        <translation>按场次</translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>按负责人</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按渠道</translation>
    </message>
    <message>
        <source>By check-in desk</source>
        <translation>按签到台</translation>
    </message>
    <message>
        <source>Without a slot</source>
        <translation>没有场次</translation>
    </message>
    <message>
        <source>Without an owner</source>
        <translation>没有负责人</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>未写明</translation>
    </message>
    <message>
        <source>came / expected</source>
        <translation>已到 / 应到</translation>
    </message>
    <message>
        <source>everybody who came</source>
        <translation>到场的所有人</translation>
    </message>
    <message>
        <source>Without a desk</source>
        <translation>没有写签到台</translation>
    </message>
    <message>
        <source>invitations came / expected</source>
        <translation>组已到 / 应到</translation>
    </message>
    <message>
        <source>in this quarter of an hour</source>
        <translation>组在这一刻钟到</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>组待核对</translation>
    </message>
    <message>
        <source>not among those expected</source>
        <translation>组不在应到之列</translation>
    </message>
    <message>
        <source>people, companions included</source>
        <translation>人到场 / 名单（含同行）</translation>
    </message>
    <message>
        <source>Arrivals every 15 minutes</source>
        <translation>每 15 分钟到访</translation>
    </message>
    <message>
        <source>the strokes are what was expected, spread evenly over each slot</source>
        <translation>横线是应到数，按场次均摊</translation>
    </message>
    <message>
        <source>Nobody so far.</source>
        <translation>还没有人。</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Over since {day}: ask the office before you use it</source>
        <translation>{day} 已到期：先问办公室再答</translation>
    </message>
    <message>
        <source>Do not promise: {text}</source>
        <translation>不要承诺：{text}</translation>
    </message>
</context>
<context>
    <name>OfficeFlow</name>
    <message>
        <source>Qinting</source>
        <translation>亲听</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>都已保存</translation>
    </message>
</context>
<context>
    <name>OfficeWindow</name>
    <message>
        <source>Qinting · Office</source>
        <translation>亲听 · 办公室</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Client lists</source>
        <translation>客户导入</translation>
    </message>
    <message>
        <source>Check-ins</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>数据同步</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>数据核对</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>纸质文件</translation>
    </message>
    <message>
        <source>Hotline practice</source>
        <translation>热线实践</translation>
    </message>
    <message>
        <source>Agreed answers</source>
        <translation>统一口径</translation>
    </message>
    <message>
        <source>Common issues</source>
        <translation>共性问题</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>接待履职</translation>
    </message>
    <message>
        <source>Forms back</source>
        <translation>补录</translation>
    </message>
</context>
<context>
    <name>OutputFlow</name>
    <message>
        <source>Where shall the invitations go?</source>
        <translation>邀请存到哪里？</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>invitations</source>
        <translation>邀请函</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>邀请码</translation>
    </message>
    <message>
        <source>list</source>
        <translation>邀约名单</translation>
    </message>
    <message>
        <source>{count} invitations are in {folder}</source>
        <translation>{count} 份邀请已存到 {folder}</translation>
    </message>
    <message>
        <source>{count} were issued on another office computer: make them there</source>
        <translation>{count} 份由另一台办公电脑发出，请在那里生成</translation>
    </message>
</context>
<context>
    <name>OwingPanel</name>
    <message>
        <source>Reflections</source>
        <translation>心得</translation>
    </message>
    <message>
        <source>owed since {count} days</source>
        <translation>已欠 {count} 天</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>已过 {count} 天</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写心得</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day} 之前</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>PadPage</name>
    <message>
        <source>Still there? Back to the start in {seconds} s</source>
        <translation>您还在吗？{seconds} 秒后回到首页</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>再给我一点时间</translation>
    </message>
    <message>
        <source>Ask our staff</source>
        <translation>请工作人员</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>A command, or a client&apos;s name, room or phone tail</source>
        <translation>输入命令，或客户姓名、房号、电话尾号</translation>
    </message>
</context>
<context>
    <name>PaperSection</name>
    <message>
        <source>Mark of the company</source>
        <translation>公司标志</translation>
    </message>
    <message>
        <source>PNG or JPEG, 1 MB at most, dark on white. It stands at the head of every paper of every device.</source>
        <translation>PNG 或 JPEG，1 MB 以内，白底深色。印在每台设备每张纸的抬头。</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选图片</translation>
    </message>
    <message>
        <source>Print ours instead</source>
        <translation>不用自己的标志</translation>
    </message>
    <message>
        <source>Keep a place for the company&apos;s seal beside the signatures</source>
        <translation>签字处旁边留盖章位置</translation>
    </message>
    <message>
        <source>Name of the service</source>
        <translation>服务名称</translation>
    </message>
    <message>
        <source>Notice above the consents</source>
        <translation>个人信息一栏的告知句</translation>
    </message>
    <message>
        <source>Sentence above the signatures</source>
        <translation>签字上方的声明</translation>
    </message>
    <message>
        <source>Beside our promises</source>
        <translation>承诺旁边的话</translation>
    </message>
    <message>
        <source>On the client&apos;s copy.</source>
        <translation>印在客户联上。</translation>
    </message>
    <message>
        <source>Last sentence</source>
        <translation>结尾的话</translation>
    </message>
    <message>
        <source>At the end of what the client takes home.</source>
        <translation>印在客户带走的那一联末尾。</translation>
    </message>
    <message>
        <source>At most {most} characters. Empty: not printed.</source>
        <translation>最多 {most} 字。清空就不印。</translation>
    </message>
    <message>
        <source>At most {most} characters. Empty: as usual.</source>
        <translation>最多 {most} 字。留空用通用名称。</translation>
    </message>
    <message>
        <source>The usual sentences again</source>
        <translation>恢复通用的各句话</translation>
    </message>
    <message>
        <source>Privacy notice</source>
        <translation>个人信息保护告知</translation>
    </message>
    <message>
        <source>Version {version} counts: it stands on the forms, and consents name it. Changed words become the next version; earlier ones stay. Let a lawyer read them first.</source>
        <translation>现行第 {version} 版，反馈表和同意记录都写着它。改过的文字成为下一版，以前各版都保留。启用前请法务审阅。</translation>
    </message>
    <message>
        <source>Its words</source>
        <translation>告知书文字</translation>
    </message>
    <message>
        <source>An empty line begins a section, its first line is the title. {company}, {project}, {service} and {line} are filled in.</source>
        <translation>空一行另起一段，每段第一行是标题。{company}、{project}、{service}、{line} 会自动填成公司、项目、服务名称和电话。</translation>
    </message>
    <message>
        <source>Save as version {version}</source>
        <translation>存为第 {version} 版</translation>
    </message>
    <message>
        <source>Keep as PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>The usual words</source>
        <translation>用通用文字</translation>
    </message>
</context>
<context>
    <name>PaperWordsFlow</name>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Mark of the company</source>
        <translation>公司标志</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>The mark is changed</source>
        <translation>标志已更换</translation>
    </message>
    <message>
        <source>Version {version} counts from now on</source>
        <translation>第 {version} 版从现在起生效</translation>
    </message>
    <message>
        <source>Privacy notice</source>
        <translation>个人信息保护告知</translation>
    </message>
    <message>
        <source>Where shall it go?</source>
        <translation>存到哪里？</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>{file}: {pages} pages</source>
        <translation>{file}：{pages} 页</translation>
    </message>
</context>
<context>
    <name>PapersFlow</name>
    <message>
        <source>{pages} pages are on their way to {printer}</source>
        <translation>{pages} 页已送往打印机 {printer}</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>Where shall it go?</source>
        <translation>存到哪里？</translation>
    </message>
    <message>
        <source>Kept as {file}</source>
        <translation>已保存为 {file}</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>{file}: {pages} pages</source>
        <translation>{file}：{pages} 页</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>{paper} (draft)</source>
        <translation>{paper}（初稿）</translation>
    </message>
    <message>
        <source>No face has these characters: {missing}</source>
        <translation>没有字体能写出这些字：{missing}</translation>
    </message>
    <message>
        <source>Nobody to print it for yet</source>
        <translation>还没有要打印的客户</translation>
    </message>
    <message>
        <source>No concern waits to be signed for</source>
        <translation>没有等着签收的诉求</translation>
    </message>
    <message>
        <source>No talk of this event has ended yet</source>
        <translation>这场活动还没有结束的接待</translation>
    </message>
    <message>
        <source>This computer has no printer. Keep the paper as a PDF and print it elsewhere.</source>
        <translation>这台电脑没有打印机。先存成 PDF，再到有打印机的电脑上打印。</translation>
    </message>
    <message>
        <source>A draft: the event&apos;s closing list still has open lines.</source>
        <translation>这是初稿：收场清单还有没办完的。</translation>
    </message>
    <message>
        <source>A page for each client of the list</source>
        <translation>名单上每位客户一页</translation>
    </message>
    <message>
        <source>Forms filled in</source>
        <translation>已填写的反馈表</translation>
    </message>
    <message>
        <source>Only clients who had something to say</source>
        <translation>只印有诉求的客户</translation>
    </message>
    <message>
        <source>Client&apos;s copy</source>
        <translation>客户联</translation>
    </message>
    <message>
        <source>Of one talk: words, answers, promises</source>
        <translation>一次接待一份：原话、答复、承诺</translation>
    </message>
    <message>
        <source>Record of a talk</source>
        <translation>接待记录</translation>
    </message>
    <message>
        <source>For the file: all of one talk; internal</source>
        <translation>一次接待的全部内容，内部存档</translation>
    </message>
    <message>
        <source>Interview records</source>
        <translation>访谈记录</translation>
    </message>
    <message>
        <source>By the guide; blank before the first talk</source>
        <translation>按提纲，一次接待一份；还没接待时是空白页</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Cards with code and number</source>
        <translation>带二维码和数字的邀请卡</translation>
    </message>
    <message>
        <source>Invitation cards</source>
        <translation>邀请卡片</translation>
    </message>
    <message>
        <source>A6, one to hand to each client</source>
        <translation>A6，每位客户一张，当面递交</translation>
    </message>
    <message>
        <source>Privacy notice</source>
        <translation>个人信息保护告知</translation>
    </message>
    <message>
        <source>To hang at the desk; its words are in Settings</source>
        <translation>张贴在签到台；文字在设置里改</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>胸牌</translation>
    </message>
    <message>
        <source>To be worn; each is printed once</source>
        <translation>佩戴用，每张只打印一次</translation>
    </message>
    <message>
        <source>Common issues, to sign</source>
        <translation>共性问题反馈表</translation>
    </message>
    <message>
        <source>Counts, quotes, what is proposed</source>
        <translation>计数、原话、拟采取的措施，签字</translation>
    </message>
    <message>
        <source>Unit inspection records</source>
        <translation>查验记录单</translation>
    </message>
    <message>
        <source>A sheet for each home, in walking order</source>
        <translation>一户一份，按走访顺序</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>派单函</translation>
    </message>
    <message>
        <source>One for each concern not signed for yet</source>
        <translation>待签收的诉求，一件一份</translation>
    </message>
    <message>
        <source>Department list</source>
        <translation>部门清单</translation>
    </message>
    <message>
        <source>What is open, by deadline, with room to note</source>
        <translation>未了的诉求，按期限，可写备注</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>活动总结</translation>
    </message>
    <message>
        <source>Figures, charts, every concern; internal</source>
        <translation>数字、图表、全部诉求；内部资料</translation>
    </message>
    <message>
        <source>Summary for owners</source>
        <translation>活动总结（业主版）</translation>
    </message>
    <message>
        <source>Nobody named; marked until it is approved</source>
        <translation>不出现个人；未审定前每页标明</translation>
    </message>
    <message>
        <source>One page before</source>
        <translation>接待前一页</translation>
    </message>
    <message>
        <source>For the telephone, the evening before</source>
        <translation>手机上看，前一天晚上</translation>
    </message>
    <message>
        <source>One page after</source>
        <translation>接待后一页</translation>
    </message>
    <message>
        <source>For the telephone, the same evening</source>
        <translation>手机上看，当天晚上</translation>
    </message>
    <message>
        <source>Digest for executives</source>
        <translation>高管摘要</translation>
    </message>
    <message>
        <source>Two pages at most; nobody is named</source>
        <translation>最多两页，不写客户姓名</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>纸质文件</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Whose clients</source>
        <translation>谁的客户</translation>
    </message>
    <message>
        <source>Of which talk</source>
        <translation>哪一次接待</translation>
    </message>
    <message>
        <source>Of which department</source>
        <translation>责任部门</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>90 x 54 mm</source>
        <translation>90 × 54 毫米</translation>
    </message>
    <message>
        <source>Roll, 62 mm</source>
        <translation>62 毫米卷纸</translation>
    </message>
    <message>
        <source>Roll, 80 mm</source>
        <translation>80 毫米卷纸</translation>
    </message>
    <message>
        <source>Also those printed before</source>
        <translation>以前打印过的也打</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部部门</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Keep as PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>There is no event yet</source>
        <translation>还没有活动</translation>
    </message>
    <message>
        <source>Build the event first.</source>
        <translation>请先建立活动。</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>Feedback forms</source>
        <translation>意见反馈表</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Nothing to look at yet</source>
        <translation>还没有可看的</translation>
    </message>
    <message>
        <source>The paper appears here before it is printed.</source>
        <translation>打印之前，先在这里看一遍。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Who receives clients here today?</source>
        <translation>今天谁在这里接待？</translation>
    </message>
    <message>
        <source>Nobody is on the list yet who receives clients. The office adds staff.</source>
        <translation>名单上还没有接待人。人员由办公室添加。</translation>
    </message>
    <message>
        <source>Your name stands on the sheet and beside each promise.</source>
        <translation>您的姓名会写在接待单上和每条承诺旁边。</translation>
    </message>
    <message>
        <source>On duty today</source>
        <translation>今天当班</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他人</translation>
    </message>
</context>
<context>
    <name>PersonFlow</name>
    <message>
        <source>Where shall the person&apos;s data go?</source>
        <translation>资料写到哪里？</translation>
    </message>
    <message>
        <source>Everything about {name} is in {file}. It is not encrypted.</source>
        <translation>{name} 的全部资料在 {file}，没有加密。</translation>
    </message>
    <message>
        <source>{count} pictures are on other devices only.</source>
        <translation>{count} 张图片只在别的设备上。</translation>
    </message>
    <message>
        <source>Erased. Export as usual: other devices erase it with the next package.</source>
        <translation>已抹去。请照常导出，别的设备收到数据包时也会抹去。</translation>
    </message>
    <message>
        <source>{count} copies could not be opened; delete them yourself.</source>
        <translation>{count} 份备份打不开，请自行删除。</translation>
    </message>
</context>
<context>
    <name>PicturePanel</name>
    <message>
        <source>What is on it</source>
        <translation>拍的是什么</translation>
    </message>
    <message>
        <source>When it was taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>不附照片</translation>
    </message>
    <message>
        <source>Only things: this client has left no name</source>
        <translation>客户没有留名，只能附看到的东西的照片</translation>
    </message>
    <message>
        <source>The client was told</source>
        <translation>已告知客户</translation>
    </message>
    <message>
        <source>The client agrees</source>
        <translation>客户已同意</translation>
    </message>
    <message>
        <source>Read out; choose files</source>
        <translation>已告知，选文件</translation>
    </message>
    <message>
        <source>They agree; choose files</source>
        <translation>已同意，选文件</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选文件</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture before</source>
        <translation>上一张</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Picture of the form</source>
        <translation>这张表的照片</translation>
    </message>
</context>
<context>
    <name>Picturing</name>
    <message>
        <source>Files of this talk</source>
        <translation>这次接待的文件</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>The same PIN once more</source>
        <translation>再输一次，确认口令</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新的口令</translation>
    </message>
    <message>
        <source>PIN of the staff</source>
        <translation>工作人员口令</translation>
    </message>
    <message>
        <source>It opens this corner and nothing else. Whoever forgets it sets a new one in the office</source>
        <translation>口令只打开这一页。忘记了，可在办公室重新设置</translation>
    </message>
    <message>
        <source>Undo, let in, today&apos;s figures, event, and closing the program</source>
        <translation>撤销、准入、今天的数字、换活动、关闭程序，都在里面</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>That is not the PIN. Please try again</source>
        <translation>口令不对，请再试一次</translation>
    </message>
    <message>
        <source>Too many tries. Please wait {seconds} s</source>
        <translation>试的次数太多，请等 {seconds} 秒</translation>
    </message>
    <message>
        <source>The two are not the same. Please choose again</source>
        <translation>两次不一样，请重新设置</translation>
    </message>
    <message>
        <source>The PIN is set in the office. Please ask there</source>
        <translation>口令由办公室设置，请联系办公室</translation>
    </message>
    <message>
        <source>4 to 8 digits</source>
        <translation>4 到 8 位数字</translation>
    </message>
</context>
<context>
    <name>PinSection</name>
    <message>
        <source>A PIN is set</source>
        <translation>已设置密码</translation>
    </message>
    <message>
        <source>No PIN is set so far</source>
        <translation>还没有设置密码</translation>
    </message>
    <message>
        <source>4 to 8 digits, such as six</source>
        <translation>4 到 8 位数字，建议 6 位</translation>
    </message>
    <message>
        <source>New digits</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>取消密码</translation>
    </message>
    <message>
        <source>Kiosks that join by a device card written from now on have it too; only its hash is on the card.</source>
        <translation>之后用设备码加入的签到台也用这个密码；设备码里只有它的校验值。</translation>
    </message>
</context>
<context>
    <name>PracticeBar</name>
    <message>
        <source>Rehearsal: invented guests, nothing of it is kept</source>
        <translation>彩排 · 虚构的客户，什么都不会留下</translation>
    </message>
    <message>
        <source>Practice codes</source>
        <translation>练习码</translation>
    </message>
    <message>
        <source>End the rehearsal</source>
        <translation>结束彩排</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Present</source>
        <translation>在场</translation>
    </message>
    <message>
        <source>Add somebody who is present</source>
        <translation>添加在场人员</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>{name} (listens)</source>
        <translation>{name}（旁听）</translation>
    </message>
    <message>
        <source>Only listens</source>
        <translation>只旁听</translation>
    </message>
    <message>
        <source>The host stands in for</source>
        <translation>接待人代</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>不代谁</translation>
    </message>
    <message>
        <source>{name} (receives)</source>
        <translation>{name}（接待）</translation>
    </message>
    <message>
        <source>{name} (writes)</source>
        <translation>{name}（记录）</translation>
    </message>
    <message>
        <source>{name} (receives for {other})</source>
        <translation>{name}（接待，代{other}）</translation>
    </message>
    <message>
        <source>Is not present any more</source>
        <translation>不在场了</translation>
    </message>
</context>
<context>
    <name>PrintChoices</name>
    <message>
        <source>Not there: {printer}</source>
        <translation>不在：{printer}</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>单面</translation>
    </message>
    <message>
        <source>Both sides, long edge</source>
        <translation>双面，长边翻页</translation>
    </message>
    <message>
        <source>Both sides, short edge</source>
        <translation>双面，短边翻页</translation>
    </message>
    <message>
        <source>As the printer does</source>
        <translation>按打印机设置</translation>
    </message>
    <message>
        <source>As the paper is</source>
        <translation>按文件大小</translation>
    </message>
    <message>
        <source>Chosen by itself</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>Main tray</source>
        <translation>主纸盒</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动送纸</translation>
    </message>
    <message>
        <source>Bypass tray</source>
        <translation>多功能纸盒</translation>
    </message>
    <message>
        <source>Sides, tray, paper</source>
        <translation>单双面、纸盒、纸张</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>单双面</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>纸盒</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>纸张</translation>
    </message>
</context>
<context>
    <name>PrintList</name>
    <message>
        <source>pages: {pages}</source>
        <translation>{pages} 页</translation>
    </message>
    <message>
        <source>copies: {copies}</source>
        <translation>{copies} 份</translation>
    </message>
    <message>
        <source>A paper that was destroyed</source>
        <translation>已销毁的文件</translation>
    </message>
    <message>
        <source>Print on {printer}</source>
        <translation>改用 {printer}</translation>
    </message>
    <message>
        <source>On the way to printers</source>
        <translation>打印任务</translation>
    </message>
    <message>
        <source>Print anew</source>
        <translation>重新打印</translation>
    </message>
    <message>
        <source>Cancel the printing</source>
        <translation>取消打印</translation>
    </message>
</context>
<context>
    <name>PrintSection</name>
    <message>
        <source>The system&apos;s own ({name})</source>
        <translation>系统默认（{name}）</translation>
    </message>
    <message>
        <source>The system&apos;s own</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>Forms, invitations, summaries</source>
        <translation>表单、邀请函、总结</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>胸牌</translation>
    </message>
    <message>
        <source>Tickets of the hall</source>
        <translation>排队号小票</translation>
    </message>
    <message>
        <source>This computer has no printer so far. Papers can be saved as PDF and printed on another one.</source>
        <translation>这台电脑还没有打印机。可以存成 PDF，到别的电脑打印。</translation>
    </message>
    <message>
        <source>Look for printers again</source>
        <translation>重新查找打印机</translation>
    </message>
    <message>
        <source>Roll, 62 mm</source>
        <translation>62 毫米卷纸</translation>
    </message>
    <message>
        <source>Roll, 80 mm</source>
        <translation>80 毫米卷纸</translation>
    </message>
    <message>
        <source>90 x 54 mm</source>
        <translation>90 × 54 毫米</translation>
    </message>
    <message>
        <source>Size of badges</source>
        <translation>胸牌尺寸</translation>
    </message>
    <message>
        <source>Paper of tickets</source>
        <translation>小票纸宽</translation>
    </message>
    <message>
        <source>The room on badges</source>
        <translation>胸牌上印房号</translation>
    </message>
</context>
<context>
    <name>PrintingFlow</name>
    <message>
        <source>{why}. The paper waits and goes out by itself.</source>
        <translation>{why}。已存好，打印机恢复后会自动打印。</translation>
    </message>
    <message>
        <source>{printer} is back: {paper} is being printed</source>
        <translation>{printer} 恢复了，正在打印：{paper}</translation>
    </message>
</context>
<context>
    <name>ProjectSection</name>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>The housing estate, as clients call it.</source>
        <translation>客户口中的楼盘名称。</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Stands at the head of every paper.</source>
        <translation>印在每张纸的抬头。</translation>
    </message>
    <message>
        <source>Telephone for clients</source>
        <translation>客户服务电话</translation>
    </message>
    <message>
        <source>With its hours.</source>
        <translation>请连服务时间一起写。</translation>
    </message>
    <message>
        <source>Numbers begin with {mark}; times are those of {zone}. Both stay: they stand on paper already.</source>
        <translation>编号以“{mark}”开头，时间按 {zone}。两项不再更改：纸上已经印着。</translation>
    </message>
</context>
<context>
    <name>ProjectStep</name>
    <message>
        <source>Which project?</source>
        <translation>哪个项目？</translation>
    </message>
    <message>
        <source>A new project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>The first computer founds it; every other one joins by the office&apos;s device card or by an event&apos;s kit.</source>
        <translation>第一台电脑建立项目；其余的凭办公室的设备码或活动包加入。</translation>
    </message>
    <message>
        <source>Join by a card or kit</source>
        <translation>凭设备码或活动包加入</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>The housing estate, as clients call it.</source>
        <translation>客户口中的楼盘名称。</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Stands at the head of every paper.</source>
        <translation>印在每张纸的抬头。</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>这台电脑的名字</translation>
    </message>
    <message>
        <source>So that others know it, such as east door or table A6.</source>
        <translation>让别人认得出，例如东门、A6 桌。</translation>
    </message>
    <message>
        <source>Choose the card or kit</source>
        <translation>选设备码或活动包</translation>
    </message>
    <message>
        <source>Project {name}, card {file}</source>
        <translation>项目：{name}（{file}）</translation>
    </message>
    <message>
        <source>Project {name}, kit of {event}</source>
        <translation>项目 {name}，《{event}》的活动包</translation>
    </message>
    <message>
        <source>Everything will lie in {file}</source>
        <translation>资料将存放在 {file}</translation>
    </message>
</context>
<context>
    <name>PromiseFields</name>
    <message>
        <source>We promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>5-23 or Fri</source>
        <translation>5-23 或 周五</translation>
    </message>
    <message>
        <source>No promise</source>
        <translation>不作承诺</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Write what is promised</source>
        <translation>请写承诺的内容</translation>
    </message>
    <message>
        <source>A day, such as 5-23</source>
        <translation>请写哪一天，如 5-23</translation>
    </message>
    <message>
        <source>The client reads only: we answer in writing by {day}</source>
        <translation>客户联上只写：我们将在 {day} 前书面答复</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未定</translation>
    </message>
</context>
<context>
    <name>QuietList</name>
    <message>
        <source>Their numbers are not shown for dialling, in any campaign. A call from them may be answered.</source>
        <translation>任何活动里都不显示这些号码供拨打；客户主动来电可以接听。</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>客户怎么说</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>May be called again</source>
        <translation>可以再打</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
</context>
<context>
    <name>ReflectPage</name>
    <message>
        <source>Done until</source>
        <translation>做到哪天</translation>
    </message>
    <message>
        <source>such as 5-30 or Friday</source>
        <translation>例如 5-30 或 周五</translation>
    </message>
    <message>
        <source>Please fill this in</source>
        <translation>请填写</translation>
    </message>
    <message>
        <source>What you take from it</source>
        <translation>写下您的心得</translation>
    </message>
    <message>
        <source>What the client told</source>
        <translation>客户说的这件事</translation>
    </message>
    <message>
        <source>Names, rooms and phones are taken out when it is shared.</source>
        <translation>讲给同事时，姓名、房号、电话会自动去掉。</translation>
    </message>
    <message>
        <source>What you learnt</source>
        <translation>您学到了什么</translation>
    </message>
    <message>
        <source>What you will do</source>
        <translation>您要做的事</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>存下</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再写</translation>
    </message>
</context>
<context>
    <name>Reflecting</name>
    <message>
        <source>Kept {time}</source>
        <translation>已存 {time}</translation>
    </message>
</context>
<context>
    <name>ReflectionForm</name>
    <message>
        <source>Whose words</source>
        <translation>谁的心得</translation>
    </message>
    <message>
        <source>No session in particular</source>
        <translation>不限于哪一场</translation>
    </message>
    <message>
        <source>Please fill this in</source>
        <translation>请填写</translation>
    </message>
    <message>
        <source>Write a reflection</source>
        <translation>写心得（可代录）</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>讲述人</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>What the client told</source>
        <translation>客户说的这件事</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>学到了什么</translation>
    </message>
    <message>
        <source>What they will do</source>
        <translation>要做的事</translation>
    </message>
    <message>
        <source>such as 2026-12-31</source>
        <translation>例如 2026-12-31</translation>
    </message>
    <message>
        <source>Done until</source>
        <translation>做到哪天</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>存下</translation>
    </message>
</context>
<context>
    <name>ReflectionsFlow</name>
    <message>
        <source>Kept.</source>
        <translation>已存下。</translation>
    </message>
    <message>
        <source>Noted to whom it was told.</source>
        <translation>已记下讲给谁听。</translation>
    </message>
    <message>
        <source>It was done</source>
        <translation>做到了</translation>
    </message>
    <message>
        <source>Sheet without names</source>
        <translation>不含客户信息的单子</translation>
    </message>
    <message>
        <source>reflection.pdf</source>
        <translation>心得.pdf</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>已写到 {file}</translation>
    </message>
</context>
<context>
    <name>ReflectionsPage</name>
    <message>
        <source>{count} days ago</source>
        <translation>已过 {count} 天</translation>
    </message>
    <message>
        <source>Write for them</source>
        <translation>代录</translation>
    </message>
    <message>
        <source>Nobody owes one.</source>
        <translation>没有人欠心得。</translation>
    </message>
    <message>
        <source>Not written yet</source>
        <translation>还没写的</translation>
    </message>
    <message>
        <source>It was done</source>
        <translation>做到了</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>没有未办的事。</translation>
    </message>
    <message>
        <source>Said, and not done yet</source>
        <translation>说了还没做到的</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Nothing was written yet. Begin at the right.</source>
        <translation>还没有心得，从右边开始写。</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>学到了什么</translation>
    </message>
    <message>
        <source>entered by {name}</source>
        <translation>{name} 代录</translation>
    </message>
    <message>
        <source>Told to others</source>
        <translation>讲给同事</translation>
    </message>
    <message>
        <source>Sheet without names</source>
        <translation>不含客户信息的单子</translation>
    </message>
    <message>
        <source>done {day}</source>
        <translation>{day} 做到</translation>
    </message>
    <message>
        <source>{count} heard it</source>
        <translation>{count} 人听了</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Reflections</source>
        <translation>心得</translation>
    </message>
    <message>
        <source>What executives took from a session; owed from the third day after it</source>
        <translation>高管接待之后写的；接待后第三天还没写，就列在这里</translation>
    </message>
    <message>
        <source>Words of a case, a name, an event</source>
        <translation>事情、姓名、场次</translation>
    </message>
</context>
<context>
    <name>RehearsalFlow</name>
    <message>
        <source>The practice kiosk opens in a window of its own</source>
        <translation>练习签到台在另一个窗口打开</translation>
    </message>
</context>
<context>
    <name>RehearsalPage</name>
    <message>
        <source>A number from 1 to {most}</source>
        <translation>请填 1 到 {most} 的数</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>彩排</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Open a practice kiosk</source>
        <translation>打开练习签到台</translation>
    </message>
    <message>
        <source>Who comes</source>
        <translation>来多少人</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Within minutes</source>
        <translation>在几分钟里</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸宽</translation>
    </message>
    <message>
        <source>Drawn only</source>
        <translation>不出纸</translation>
    </message>
    <message>
        <source>{width} mm</source>
        <translation>{width} 毫米</translation>
    </message>
    <message>
        <source>What it showed</source>
        <translation>彩排结果</translation>
    </message>
    <message>
        <source>Practise at the door</source>
        <translation>在签到台练习</translation>
    </message>
    <message>
        <source>A kiosk of its own with invented guests, marked on every page. A button at the top shows its codes.</source>
        <translation>单独开一个签到台，来的都是虚构的客户，每一页都标着“彩排”。练习用的码，按顶上的“练习码”就能看到。</translation>
    </message>
    <message>
        <source>Rehearse once more</source>
        <translation>再彩排一次</translation>
    </message>
    <message>
        <source>Start the rehearsal</source>
        <translation>开始彩排</translation>
    </message>
    <message>
        <source>The door&apos;s answer</source>
        <translation>签到台的答复</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应为</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>实为</translation>
    </message>
    <message>
        <source>{done} of {total} have come</source>
        <translation>已到 {done} / {total}</translation>
    </message>
    <message>
        <source>Nothing amiss. Its data are deleted again.</source>
        <translation>没有发现问题。彩排的数据已全部删除。</translation>
    </message>
    <message>
        <source>See to the lines below before the day. Its data are deleted again.</source>
        <translation>请在活动前处理下面的问题。彩排的数据已全部删除。</translation>
    </message>
    <message>
        <source>families a minute at this desk; {count} are to come</source>
        <translation>户每分钟，这一台能接待；需要 {count} 户</translation>
    </message>
    <message>
        <source>drawn only</source>
        <translation>没有出纸</translation>
    </message>
    <message>
        <source>from code to answer, 99 of 100; half within {time}</source>
        <translation>扫码到答复，100 次里有 99 次；一半在 {time} 内</translation>
    </message>
    <message>
        <source>the slowest of {count} tickets ({printer})</source>
        <translation>{count} 张小票里最慢的一张（{printer}）</translation>
    </message>
    <message>
        <source>called by {hosts}; {count} still waited at the end</source>
        <translation>户由{hosts}叫到；结束时还有 {count} 户在等</translation>
    </message>
    <message>
        <source>the hosts on duty</source>
        <translation>当班接待人</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} 毫秒</translation>
    </message>
    <message>
        <source>At the door</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>The ticket&apos;s number</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>The ticket</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>叫号</translation>
    </message>
</context>
<context>
    <name>RehearsalStep</name>
    <message>
        <source>A rehearsal</source>
        <translation>演练一遍</translation>
    </message>
    <message>
        <source>Once through the whole day with invented people. It is thrown away afterwards.</source>
        <translation>用虚构的人把一天走一遍，结束后全部丢弃。</translation>
    </message>
    <message>
        <source>An event is built</source>
        <translation>建一场活动</translation>
    </message>
    <message>
        <source>A client is checked in</source>
        <translation>给一位客户签到</translation>
    </message>
    <message>
        <source>Their words are taken down</source>
        <translation>记下客户的原话</translation>
    </message>
    <message>
        <source>The summary becomes a PDF</source>
        <translation>生成活动总结 PDF</translation>
    </message>
    <message>
        <source>A package for other devices is made</source>
        <translation>生成给其他设备的数据包</translation>
    </message>
    <message>
        <source>Rehearse again</source>
        <translation>再演练一遍</translation>
    </message>
    <message>
        <source>Rehearse now</source>
        <translation>开始演练</translation>
    </message>
    <message>
        <source>{file}: print it, lock it away, delete the file.</source>
        <translation>{file}：请打印后锁好，删掉文件。</translation>
    </message>
    <message>
        <source>A recovery sheet for the safe opens everything if the passphrase is lost.</source>
        <translation>打印一张恢复单锁进保险柜：口令丢了也能打开。</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
</context>
<context>
    <name>Reminded</name>
    <message>
        <source>Reminded</source>
        <translation>催签</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>You owe a reception since the last period. This one ends on {day}.</source>
        <translation>上期还欠一次接待，本期{day}截止。</translation>
    </message>
    <message>
        <source>You owe a reception by {day}.</source>
        <translation>{day}前还要接待一次。</translation>
    </message>
    <message>
        <source>Your tasks: {late} late, {soon} due within seven days (Ctrl+2).</source>
        <translation>您的待办：{late} 件已过期，{soon} 件七天内到期（Ctrl+2）。</translation>
    </message>
</context>
<context>
    <name>RoleStep</name>
    <message>
        <source>What is this computer for?</source>
        <translation>这台电脑做什么用？</translation>
    </message>
    <message>
        <source>Each has its own window. The office comes first: it builds the event and the cards.</source>
        <translation>各有各的窗口。先有办公室：由它建活动、发设备码。</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>Lists, follow-up, papers</source>
        <translation>名单、跟进、纸质文件</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>Beside the client</source>
        <translation>坐在客户旁边，原话照录</translation>
    </message>
    <message>
        <source>Check-in at the door</source>
        <translation>在门口，扫码签到</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>签到台</translation>
    </message>
</context>
<context>
    <name>ScannerTrial</name>
    <message>
        <source>Scan this code</source>
        <translation>请扫这个码</translation>
    </message>
    <message>
        <source>The scanner reads well</source>
        <translation>扫码枪读得很好</translation>
    </message>
    <message>
        <source>Not as it should be yet</source>
        <translation>还差一点</translation>
    </message>
    <message>
        <source>It has every character that a code can have. Nothing is checked in while this page is open.</source>
        <translation>它含有邀请码可能用到的每一个字符。这一页打开时不会签到。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>The port {port} does not answer. Plug the scanner in; it is taken up by itself.</source>
        <translation>串口 {port} 没有应答。插上扫码枪后会自动接上。</translation>
    </message>
    <message>
        <source>Serial ports need a part of the program that is not installed here.</source>
        <translation>这台设备没有安装串口部件。</translation>
    </message>
    <message>
        <source>Nothing has come yet. Is the scanner plugged in and awake?</source>
        <translation>还没有收到。扫码枪插好、亮着吗？</translation>
    </message>
    <message>
        <source>All {count} characters came through</source>
        <translation>{count} 个字符全部读到</translation>
    </message>
    <message>
        <source>Pause between characters: {typical} ms, at most {longest} ms</source>
        <translation>字符间隔：{typical} 毫秒，最长 {longest} 毫秒</translation>
    </message>
    <message>
        <source>Before the code: {before} · behind it: {behind}</source>
        <translation>码前：{before} · 码后：{behind}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Changed: {what}</source>
        <translation>变了：{what}</translation>
    </message>
    <message>
        <source>Missing: {what}</source>
        <translation>缺少：{what}</translation>
    </message>
    <message>
        <source>An input method writes along. Switch it to English, or off, and scan once more.</source>
        <translation>输入法也在写字，请切换到英文或关掉输入法，再扫一次。</translation>
    </message>
    <message>
        <source>Scanner and computer differ in the keyboard&apos;s layout. Set the scanner to a US keyboard and scan once more.</source>
        <translation>扫码枪和电脑的键盘布局不同，请把扫码枪设为美式键盘，再扫一次。</translation>
    </message>
    <message>
        <source>Characters got lost. Set a longer pause between characters on the scanner.</source>
        <translation>有字符丢失，请把扫码枪的字符间隔设得长一些。</translation>
    </message>
    <message>
        <source>Too slow: set the scanner&apos;s pause between characters to {most} ms or less.</source>
        <translation>太慢了，请把扫码枪的字符间隔设为 {most} 毫秒以内。</translation>
    </message>
    <message>
        <source>Caps Lock is on; codes are read all the same. What the scanner adds is kept here.</source>
        <translation>大写锁定（Caps Lock）开着，不影响读码。扫码枪附加的内容已记在这台设备上。</translation>
    </message>
    <message>
        <source>What the scanner adds, and its pauses, are kept on this device.</source>
        <translation>扫码枪附加的内容和字符间隔已记在这台设备上。</translation>
    </message>
    <message>
        <source>Scanner: like a keyboard</source>
        <translation>扫码枪：像键盘一样</translation>
    </message>
    <message>
        <source>Scanner: port {port}</source>
        <translation>扫码枪：串口 {port}</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Pinyin initials of your name, or room</source>
        <translation>姓名拼音首字母，或房号</translation>
    </message>
    <message>
        <source>For 陈某某 press CMM, for the room 6-1201</source>
        <translation>例：陈某某按 CMM，或房号 6-1201</translation>
    </message>
    <message>
        <source>Chinese input</source>
        <translation>中文输入</translation>
    </message>
    <message>
        <source>Please compare with the client&apos;s invitation or phone</source>
        <translation>请与客户的邀请或手机核对</translation>
    </message>
    <message>
        <source>Only surnames are shown, no phone numbers. Cleared when you leave</source>
        <translation>只显示姓氏，不显示电话；离开后立即清空</translation>
    </message>
    <message>
        <source>Press two letters or more</source>
        <translation>请按两个以上字母或数字</translation>
    </message>
    <message>
        <source>Not found. Try another spelling, or ask our staff</source>
        <translation>没有找到。换个写法试试，或请工作人员</translation>
    </message>
    <message>
        <source>Many more, please press another letter</source>
        <translation>还有很多位，请再按一个字母</translation>
    </message>
    <message>
        <source>{count} more, please press another letter</source>
        <translation>还有 {count} 位，请再按一个字母</translation>
    </message>
    <message>
        <source>{count} found, please choose</source>
        <translation>{count} 位，请选择</translation>
    </message>
    <message>
        <source>Building {building}</source>
        <translation>{building} 栋</translation>
    </message>
</context>
<context>
    <name>SecretCard</name>
    <message>
        <source>It opens with a passphrase. Ask whoever made it.</source>
        <translation>需要口令才能打开，请问做这个包的人。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>SettingsFlow</name>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Which folder do the devices share?</source>
        <translation>各设备共用哪个文件夹？</translation>
    </message>
    <message>
        <source>This counts until the program ends: its settings file cannot be written ({words})</source>
        <translation>只在这次运行中有效：设置文件写不进去（{words}）</translation>
    </message>
    <message>
        <source>The PIN is set</source>
        <translation>密码已设置</translation>
    </message>
    <message>
        <source>The PIN is taken away</source>
        <translation>密码已取消</translation>
    </message>
    <message>
        <source>{name} is on the list</source>
        <translation>{name} 已加入名单</translation>
    </message>
    <message>
        <source>The roles are changed</source>
        <translation>角色已修改</translation>
    </message>
    <message>
        <source>Taken off the list</source>
        <translation>已移出名单</translation>
    </message>
    <message>
        <source>Paper (*.pdf)</source>
        <translation>纸质文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>{file}: print it, lock the paper away, delete the file. An earlier sheet opens nothing any more</source>
        <translation>{file}：请打印后锁好纸张，删掉文件。以前的恢复单已作废</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>For this computer. Every change counts at once.</source>
        <translation>只影响这台电脑，改了就生效。</translation>
    </message>
    <message>
        <source>What stands on every paper and every screen. Changes are noted with your name.</source>
        <translation>出现在每张纸和每块屏幕上。改动会记下您的名字。</translation>
    </message>
    <message>
        <source>Your own mark and words on forms and papers. Changes count for what is printed next.</source>
        <translation>表单和各种纸上自己的标志和用语，改了以后下一次打印就用。</translation>
    </message>
    <message>
        <source>Who receives clients and who follows up; the roles say what each may do.</source>
        <translation>谁来接待、谁来跟进；角色决定各人能做什么。</translation>
    </message>
    <message>
        <source>Opens the staff corner of the kiosk: five taps at the top right, then these digits.</source>
        <translation>打开签到台的员工入口：点右上角五下，再输入这几位数字。</translation>
    </message>
    <message>
        <source>This computer as other devices know it.</source>
        <translation>其他设备认识的这台电脑。</translation>
    </message>
    <message>
        <source>How this computer and the others exchange by themselves.</source>
        <translation>本机和别的设备怎样自己来回同步。</translation>
    </message>
    <message>
        <source>Where forms and badges come out.</source>
        <translation>表单和胸牌从哪里打印。</translation>
    </message>
    <message>
        <source>Where everything is kept, and how to keep it safe.</source>
        <translation>资料存在哪里，怎样保管。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>语言与外观</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>纸面</translation>
    </message>
    <message>
        <source>Kiosk PIN</source>
        <translation>签到台密码</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Keeping it safe</source>
        <translation>保管</translation>
    </message>
</context>
<context>
    <name>SharedCard</name>
    <message>
        <source>Another folder</source>
        <translation>换文件夹</translation>
    </message>
    <message>
        <source>Choose a shared folder</source>
        <translation>选共享文件夹</translation>
    </message>
    <message>
        <source>Share no more</source>
        <translation>不再共享</translation>
    </message>
    <message>
        <source>No shared folder yet</source>
        <translation>还没有共享文件夹</translation>
    </message>
    <message>
        <source>On a share, a stick or a cloud drive: devices that share one exchange by themselves.</source>
        <translation>共享盘、U 盘或云盘上的一个文件夹：共用它的设备自己来回同步。</translation>
    </message>
    <message>
        <source>Shared folder “{name}”</source>
        <translation>共享文件夹“{name}”</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>畅通</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>Stands still</source>
        <translation>停住了</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>正在开始</translation>
    </message>
    <message>
        <source>{count} photographs and files have not come yet: they follow by themselves</source>
        <translation>还有 {count} 个照片和附件没到：之后会自动补来</translation>
    </message>
    <message>
        <source>last {time}</source>
        <translation>上次 {time}</translation>
    </message>
    <message>
        <source>looked at every few seconds</source>
        <translation>每几秒看一次</translation>
    </message>
    <message>
        <source>nothing waits here</source>
        <translation>本机没有待发</translation>
    </message>
    <message>
        <source>The folder is not there: is the stick plugged in, the share connected?</source>
        <translation>文件夹现在不在：U 盘插好了吗？共享盘连上了吗？</translation>
    </message>
    <message>
        <source>{count} rows wait here and go out when it is back</source>
        <translation>{count} 条在本机等着，文件夹回来就发出</translation>
    </message>
    <message>
        <source>Work goes on as usual</source>
        <translation>工作照常，不受影响</translation>
    </message>
    <message>
        <source>A device not known here</source>
        <translation>一台不认识的设备</translation>
    </message>
    <message>
        <source> and {n} more</source>
        <translation> 等，另有 {n} 个</translation>
    </message>
    <message>
        <source>file {numbers} is missing in the folder</source>
        <translation>文件夹里缺第 {numbers} 号文件</translation>
    </message>
    <message>
        <source>{count} files not taken yet</source>
        <translation>{count} 个文件还没有收</translation>
    </message>
    <message>
        <source>its fingerprint has to be compared first</source>
        <translation>要先核对指纹</translation>
    </message>
    <message>
        <source>tried again by itself</source>
        <translation>会自己再试</translation>
    </message>
    <message>
        <source>{count}, {why}</source>
        <translation>{count}，{why}</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
</context>
<context>
    <name>SharedSection</name>
    <message>
        <source>There is no such folder. Is the stick plugged in, the share connected?</source>
        <translation>没有这个文件夹。U 盘插好了吗？共享盘连上了吗？</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>A share on the network, a stick, or a folder of a cloud drive. Empty for none.</source>
        <translation>网络共享盘、U 盘，或云盘里的一个文件夹。不用就留空。</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选文件夹</translation>
    </message>
    <message>
        <source>Share no more</source>
        <translation>不再共享</translation>
    </message>
    <message>
        <source>Every device writes into a folder of its own there, encrypted; what the others put there is taken in every few seconds. While the folder is away everything waits here. The database itself stays on this computer.</source>
        <translation>每台设备在里面有自己的一格，写进去的都加密；别的设备放进来的，每几秒收一次。文件夹不在时，都在本机等着。数据库本身一直在这台电脑上。</translation>
    </message>
</context>
<context>
    <name>SheetPane</name>
    <message>
        <source>Department&apos;s sheet</source>
        <translation>部门办理表</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>{done} rows with steps, {refused} refused, {unchanged} not filled in</source>
        <translation>可办 {done} 行，退回 {refused} 行，未填 {unchanged} 行</translation>
    </message>
    <message>
        <source>Leave the sheet</source>
        <translation>离开这张表</translation>
    </message>
    <message>
        <source>Take in 1 row</source>
        <translation>收进 1 行</translation>
    </message>
    <message>
        <source>Take in {count} rows</source>
        <translation>收进 {count} 行</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>先不收</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>可办</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>退回</translation>
    </message>
</context>
<context>
    <name>SlotBars</name>
    <message>
        <source>{count} invitations, no limit</source>
        <translation>{count} 份邀请，不限人数</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>还有 {count} 个位置</translation>
    </message>
    <message>
        <source>full</source>
        <translation>已满</translation>
    </message>
    <message>
        <source>{count} too many</source>
        <translation>多了 {count} 人</translation>
    </message>
    <message>
        <source>Without a slot</source>
        <translation>没有场次</translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>{what}. {next}</source>
        <translation>{what}。{next}</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>{name}, entered by {other}</source>
        <translation>{name}（{other} 录入）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>称谓</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Second phone</source>
        <translation>备用电话</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Promise due</source>
        <translation>承诺期限</translation>
    </message>
    <message>
        <source>Promise kept</source>
        <translation>承诺兑现</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>部位或地点</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Companions</source>
        <translation>同行人数</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Invitation withdrawn</source>
        <translation>邀请收回</translation>
    </message>
    <message>
        <source>Same person as</source>
        <translation>并为一人</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Talk ended</source>
        <translation>接待结束</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Event closed</source>
        <translation>活动结束</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>职级</translation>
    </message>
    <message>
        <source>Service line</source>
        <translation>服务电话</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>发出时间</translation>
    </message>
    <message>
        <source>Paper back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Typed in</source>
        <translation>已录的表</translation>
    </message>
    <message>
        <source>Promise signed</source>
        <translation>承诺已签字</translation>
    </message>
    <message>
        <source>Let in twice</source>
        <translation>两处放行的结论</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>派给</translation>
    </message>
    <message>
        <source>Sent to whom</source>
        <translation>派给谁</translation>
    </message>
    <message>
        <source>How many came</source>
        <translation>到场人数</translation>
    </message>
    <message>
        <source>Came at</source>
        <translation>到场时间</translation>
    </message>
    <message>
        <source>Called at</source>
        <translation>叫号时间</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>叫号人</translation>
    </message>
    <message>
        <source>Call shown again</source>
        <translation>再次显示</translation>
    </message>
    <message>
        <source>Greeted at</source>
        <translation>接待时间</translation>
    </message>
    <message>
        <source>Greeted by</source>
        <translation>接待人</translation>
    </message>
    <message>
        <source>Left at</source>
        <translation>离开时间</translation>
    </message>
    <message>
        <source>Part at the event</source>
        <translation>活动分工</translation>
    </message>
    <message>
        <source>Away since</source>
        <translation>离开时间</translation>
    </message>
    <message>
        <source>Screens paused at</source>
        <translation>叫号屏暂停时间</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>问候语</translation>
    </message>
    <message>
        <source>Shown to the hall</source>
        <translation>大厅可见</translation>
    </message>
    <message>
        <source>On duty without training, because</source>
        <translation>未培训上岗的原因</translation>
    </message>
    <message>
        <source>What clients ask</source>
        <translation>客户会怎么问</translation>
    </message>
    <message>
        <source>Do not promise</source>
        <translation>不要承诺</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Agreed by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Agreed at</source>
        <translation>批准时间</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>起草人</translation>
    </message>
    <message>
        <source>Withdrawn at</source>
        <translation>撤下时间</translation>
    </message>
    <message>
        <source>What the client told</source>
        <translation>客户说的这件事</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>学到了什么</translation>
    </message>
    <message>
        <source>What they will do</source>
        <translation>要做的事</translation>
    </message>
    <message>
        <source>Done until</source>
        <translation>做到哪天</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>做到的时间</translation>
    </message>
    <message>
        <source>Tick on the paper</source>
        <translation>纸上的勾</translation>
    </message>
    <message>
        <source>Name of the service</source>
        <translation>服务名称</translation>
    </message>
    <message>
        <source>Notice above the consents</source>
        <translation>个人信息一栏的告知句</translation>
    </message>
    <message>
        <source>Sentence above the signatures</source>
        <translation>签字上方的声明</translation>
    </message>
    <message>
        <source>Beside our promises</source>
        <translation>承诺旁边的话</translation>
    </message>
    <message>
        <source>Last sentence</source>
        <translation>结尾的话</translation>
    </message>
    <message>
        <source>Place for the seal</source>
        <translation>盖章位置</translation>
    </message>
    <message>
        <source>Event title</source>
        <translation>活动名称</translation>
    </message>
    <message>
        <source>What we tell them</source>
        <translation>我们怎么答</translation>
    </message>
    <message>
        <source>clients</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>invitations</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>check-ins</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>talks</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>concerns</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>events</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>corrections</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>forms</source>
        <translation>反馈表</translation>
    </message>
    <message>
        <source>attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Take out of the joined one</source>
        <translation>撤销并单</translation>
    </message>
    <message>
        <source>Answer on site</source>
        <translation>现场答复</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Sign for it</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Report done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>闭环</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>Join to another</source>
        <translation>并单</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Special end: explained</source>
        <translation>特殊关闭（已解释）</translation>
    </message>
    <message>
        <source>Special end: not reached</source>
        <translation>特殊关闭（联系不上）</translation>
    </message>
    <message>
        <source>Ask for a later day</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Decide on the later day</source>
        <translation>批复延期</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Another try</source>
        <translation>再次回访</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>期</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Room number</source>
        <translation>室号</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Sales adviser</source>
        <translation>置业顾问</translation>
    </message>
    <message>
        <source>Property butler</source>
        <translation>管家</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>对接人</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>对接人</translation>
    </message>
    <message>
        <source>Handed over on</source>
        <translation>交付日期</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Back to the start in {seconds} s</source>
        <translation>{seconds} 秒后回到首页</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>到访</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>受邀</translation>
    </message>
    <message>
        <source>Without invitation</source>
        <translation>未受邀到访</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Sent to our desk</source>
        <translation>请到服务台</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>较新</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>At the door</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Clients alone</source>
        <translation>客户自助</translation>
    </message>
    <message>
        <source>Codes by</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>轻</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>响</translation>
    </message>
    <message>
        <source>Our desk</source>
        <translation>服务台</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左边</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右边</translation>
    </message>
    <message>
        <source>Take the kit</source>
        <translation>接收活动包</translation>
    </message>
    <message>
        <source>Choose this one</source>
        <translation>选这里</translation>
    </message>
    <message>
        <source>Stand here</source>
        <translation>选这场</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Which station?</source>
        <translation>在哪个站点？</translation>
    </message>
    <message>
        <source>Printed once more</source>
        <translation>已补打，请取</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Destroy the list</source>
        <translation>销毁名单</translation>
    </message>
    <message>
        <source>The office has not confirmed yet that it has everything from here</source>
        <translation>办公室还没有确认收到本机的全部记录</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>不说</translation>
    </message>
    <message>
        <source>Other event</source>
        <translation>换一场活动</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>请入</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Nobody has come yet. The first one will stand here</source>
        <translation>还没有人来。第一位到场后会出现在这里</translation>
    </message>
    <message>
        <source>Why is this client let in?</source>
        <translation>为什么请这位客户入场？</translation>
    </message>
    <message>
        <source>Which event?</source>
        <translation>哪一场活动？</translation>
    </message>
    <message>
        <source>The last decisions here</source>
        <translation>本台最近的签到</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>更换口令</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>设置口令</translation>
    </message>
    <message>
        <source>Press once more</source>
        <translation>再按一次</translation>
    </message>
    <message>
        <source>There is no list of guests on this device</source>
        <translation>这台设备上没有来宾名单</translation>
    </message>
</context>
<context>
    <name>StaffSection</name>
    <message>
        <source>Please fill this in</source>
        <translation>请填写</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>职级</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Nobody yet. Add yourself first.</source>
        <translation>还没有人。请先添加您自己。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>{name} left the project</source>
        <translation>{name} 离开项目</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Works without a network</source>
        <translation>没有网络也照常使用</translation>
    </message>
    <message>
        <source>Shared folder away, everything waits here</source>
        <translation>共享文件夹断开，内容都在本机等着</translation>
    </message>
    <message>
        <source>Shared folder away, {n} rows wait here</source>
        <translation>共享文件夹不在，{n} 条在本机等着</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>Shared folder · {n} s ago</source>
        <translation>共享文件夹 · {n} 秒前</translation>
    </message>
    <message>
        <source>{n} files in the shared folder not taken</source>
        <translation>共享文件夹里有 {n} 个文件未接收</translation>
    </message>
    <message>
        <source>{n} files missing in the shared folder</source>
        <translation>共享文件夹里缺 {n} 个文件</translation>
    </message>
    <message>
        <source>This device&apos;s clock is about {n} min off; nothing written is spoilt, please set it</source>
        <translation>本机时钟差约 {n} 分钟，已写下的不受影响，请校准时间</translation>
    </message>
    <message>
        <source>The clock of {device} is about {n} min off; nothing written is spoilt</source>
        <translation>{device} 的时钟差约 {n} 分钟，已写下的不受影响</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>Decided by</source>
        <translation>由谁决定</translation>
    </message>
    <message>
        <source>How you know</source>
        <translation>怎么知道的</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{step}: {count} concerns</source>
        <translation>{step} {count} 件</translation>
    </message>
    <message>
        <source>More to tell</source>
        <translation>补充更多</translation>
    </message>
</context>
<context>
    <name>StepsCard</name>
    <message>
        <source>One round with one stick</source>
        <translation>一个 U 盘走一圈</translation>
    </message>
    <message>
        <source>Name the devices and write the kit: card, list, staff, forms and the time.</source>
        <translation>加上设备，写出活动包：设备码、名单、人员、表和时间。</translation>
    </message>
    <message>
        <source>Plug the stick into each device and press Take it; a new computer joins by it.</source>
        <translation>U 盘依次插到每台设备，点“接收”；新电脑凭它加入项目。</translation>
    </message>
    <message>
        <source>Bring it back and read it: each device says what it has and what it lacks.</source>
        <translation>拿回来点“读回”：每台设备都会说有什么、缺什么。</translation>
    </message>
    <message>
        <source>Compare a new device once. From then on all devices of the event trust each other.</source>
        <translation>新设备核对一次指纹，之后本场设备就互相信任。</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>Choose a stick or folder</source>
        <translation>选 U 盘或文件夹</translation>
    </message>
    <message>
        <source>Erase the kit</source>
        <translation>删掉活动包</translation>
    </message>
    <message>
        <source>No stick chosen yet</source>
        <translation>还没有选 U 盘</translation>
    </message>
    <message>
        <source>The kit opens this project&apos;s packages: hand it over in person, then erase it.</source>
        <translation>活动包能打开本项目的数据包：请当面交接，用完删掉。</translation>
    </message>
    <message>
        <source>Kit written {when}</source>
        <translation>活动包写于 {when}</translation>
    </message>
    <message>
        <source>No kit of this event is here yet</source>
        <translation>这里还没有本场的活动包</translation>
    </message>
</context>
<context>
    <name>StrangerCard</name>
    <message>
        <source>Do you know “{device}”?</source>
        <translation>认识“{device}”吗？</translation>
    </message>
    <message>
        <source>It wrote {file}, which changes nothing before you trust it.</source>
        <translation>{file} 是它写的。您信任之前，什么也不会改动。</translation>
    </message>
    <message>
        <source>The same: trust it</source>
        <translation>两边一样，信任</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不一样</translation>
    </message>
</context>
<context>
    <name>Strips</name>
    <message>
        <source>Type on the paper</source>
        <translation>纸上写的类型</translation>
    </message>
    <message>
        <source>Area on the paper</source>
        <translation>纸上写的类别</translation>
    </message>
    <message>
        <source>Wish on the paper</source>
        <translation>纸上写的期望</translation>
    </message>
    <message>
        <source>Part on the paper</source>
        <translation>纸上写的部位</translation>
    </message>
    <message>
        <source>Words on the paper</source>
        <translation>纸上写的原话</translation>
    </message>
</context>
<context>
    <name>TalkPage</name>
    <message>
        <source>Back to writing</source>
        <translation>回去接着写</translation>
    </message>
    <message>
        <source>Record and end</source>
        <translation>记下并结束</translation>
    </message>
    <message>
        <source>A client without a name</source>
        <translation>没有登记的客户</translation>
    </message>
    <message>
        <source>{count} came along</source>
        <translation>同行 {count} 位</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day}前</translation>
    </message>
    <message>
        <source>We answer in writing</source>
        <translation>我们将书面答复</translation>
    </message>
    <message>
        <source>Concerns: {count}, promises: {promised}, asides: {asides}. Once recorded they can only be added to.</source>
        <translation>诉求 {count} 条，承诺 {promised} 项，随口提到 {asides} 句。登记后只能补充，不能改写。</translation>
    </message>
    <message>
        <source>Draft kept {time}</source>
        <translation>草稿已存 {time}</translation>
    </message>
    <message>
        <source>Nothing is written down. End this talk?</source>
        <translation>还没有写下诉求。就此结束这次接待？</translation>
    </message>
    <message>
        <source>Concerns: {count}, promises: {promised}. Once recorded the words can only be added to.</source>
        <translation>共 {count} 条诉求、{promised} 个承诺，请念给客户听。记下后原话不再改写，只能补充。</translation>
    </message>
</context>
<context>
    <name>TaskDetail</name>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>{day} 前</translation>
    </message>
    <message>
        <source>In the client&apos;s words</source>
        <translation>客户原话</translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message>
        <source>Talks today</source>
        <translation>今日接待</translation>
    </message>
    <message>
        <source>My tasks</source>
        <translation>我的待办</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>热线</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>都办好了</translation>
    </message>
    <message>
        <source>What you promise in a talk appears here.</source>
        <translation>接待中作出的承诺会出现在这里。</translation>
    </message>
    <message>
        <source>Qinting</source>
        <translation>亲听</translation>
    </message>
    <message>
        <source>Notes of the host</source>
        <translation>高管手记</translation>
    </message>
    <message>
        <source>Open promises: {count}, late: {late}</source>
        <translation>未兑现 {count} 条，其中过期 {late} 条</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>没有未办的事。</translation>
    </message>
    <message>
        <source>Kept {kept} / {made}</source>
        <translation>兑现 {kept} / {made}</translation>
    </message>
    <message>
        <source>in the project {kept} / {made}</source>
        <translation>全项目 {kept} / {made}</translation>
    </message>
    <message>
        <source>Good morning, {name}</source>
        <translation>{name}，上午好</translation>
    </message>
    <message>
        <source>Good afternoon, {name}</source>
        <translation>{name}，下午好</translation>
    </message>
    <message>
        <source>Good evening, {name}</source>
        <translation>{name}，晚上好</translation>
    </message>
    <message>
        <source>Waits for me</source>
        <translation>等我办理</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Within seven days</source>
        <translation>七天之内</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>七天以后</translation>
    </message>
    <message>
        <source>Waiting for others</source>
        <translation>等候他人</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>{count} d late</source>
        <translation>过期 {count} 天</translation>
    </message>
    <message>
        <source>Kept: {text}</source>
        <translation>已兑现：{text}</translation>
    </message>
</context>
<context>
    <name>Telephoning</name>
    <message>
        <source>{name} wants no calls</source>
        <translation>{name} 已列入免打扰</translation>
    </message>
    <message>
        <source>said so on the telephone</source>
        <translation>客户在电话里说的</translation>
    </message>
    <message>
        <source>This call counts nowhere</source>
        <translation>这通电话已作废</translation>
    </message>
    <message>
        <source>entered by mistake</source>
        <translation>记错了</translation>
    </message>
</context>
<context>
    <name>TellingForm</name>
    <message>
        <source>Please fill this in</source>
        <translation>请填写</translation>
    </message>
    <message>
        <source>Told to others</source>
        <translation>讲给同事</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>讲给谁听</translation>
    </message>
    <message>
        <source>How many heard it</source>
        <translation>多少人听了</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>听完之后</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不导入</translation>
    </message>
</context>
<context>
    <name>TrainingPane</name>
    <message>
        <source>Please fill this in</source>
        <translation>请填写</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Note who took a course</source>
        <translation>登记谁学过</translation>
    </message>
    <message>
        <source>A new course</source>
        <translation>新课程</translation>
    </message>
    <message>
        <source>Needed for</source>
        <translation>上岗要求</translation>
    </message>
    <message>
        <source>Counts for</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Trainings taken</source>
        <translation>培训记录</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>培训人</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>no part</source>
        <translation>不限岗位</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} 个月</translation>
    </message>
    <message>
        <source>ever</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>Add the course</source>
        <translation>添加课程</translation>
    </message>
    <message>
        <source>Note this training</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>Take the chosen one back</source>
        <translation>撤回选中的一条</translation>
    </message>
    <message>
        <source>Counts until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有记录</translation>
    </message>
    <message>
        <source>Add a course, then who took it, or import a list.</source>
        <translation>先添加课程，再登记谁学过，也可以导入名单。</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>还没有。</translation>
    </message>
    <message>
        <source>needed for: {parts}</source>
        <translation>上岗要求：{parts}</translation>
    </message>
    <message>
        <source>for nobody in particular</source>
        <translation>不限岗位</translation>
    </message>
    <message>
        <source>{count} covered now</source>
        <translation>{count} 人有效</translation>
    </message>
    <message>
        <source>No longer given</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>TrialStep</name>
    <message>
        <source>Does everything work?</source>
        <translation>设备都好用吗？</translation>
    </message>
    <message>
        <source>What is missing here can be added later; nothing of it is needed to go on.</source>
        <translation>缺的可以以后再补，不影响继续。</translation>
    </message>
    <message>
        <source>Hand scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Scan the code at the right.</source>
        <translation>请扫右边的码。</translation>
    </message>
    <message>
        <source>Looking for a camera.</source>
        <translation>正在找摄像头。</translation>
    </message>
    <message>
        <source>Print a trial sheet; its code can be scanned too.</source>
        <translation>打印一张试样，上面的码也可以扫。</translation>
    </message>
    <message>
        <source>This computer has no printer so far; papers can be saved as PDF.</source>
        <translation>这台电脑还没有打印机，可以存成 PDF。</translation>
    </message>
    <message>
        <source>Print a trial sheet</source>
        <translation>打印试样</translation>
    </message>
    <message>
        <source>Test every character</source>
        <translation>测试每个字符</translation>
    </message>
</context>
<context>
    <name>TwinsCard</name>
    <message>
        <source>Row {row} {name}: same phone as row {other} {other_name}</source>
        <translation>第 {row} 行 {name} 与第 {other} 行 {other_name} 同电话</translation>
    </message>
    <message>
        <source>Row {row} {name}: same name and room as row {other}, another phone</source>
        <translation>第 {row} 行 {name} 与第 {other} 行同名同房号，电话不同</translation>
    </message>
    <message>
        <source>Row {row} {name}: same phone as {other_name}, known already</source>
        <translation>第 {row} 行 {name} 与已有客户 {other_name} 同电话</translation>
    </message>
    <message>
        <source>Row {row} {name}: same name and room as somebody known already, another phone</source>
        <translation>第 {row} 行 {name} 与已有客户同名同房号，电话不同</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>可能重复</translation>
    </message>
    <message>
        <source>Without a word from you both come in</source>
        <translation>您不说，就都导入</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 件</translation>
    </message>
    <message>
        <source>The same person</source>
        <translation>是同一人</translation>
    </message>
    <message>
        <source>Leave this row out</source>
        <translation>跳过这一行</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>是两个人</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>UnlockFlow</name>
    <message>
        <source>This passphrase does not fit. Nothing was changed; please try once more.</source>
        <translation>口令不对，什么都没有改动。请再试一次。</translation>
    </message>
</context>
<context>
    <name>UnlockWindow</name>
    <message>
        <source>Qinting</source>
        <translation>亲听</translation>
    </message>
    <message>
        <source>Please enter the passphrase</source>
        <translation>请输入口令</translation>
    </message>
    <message>
        <source>It opens {file}</source>
        <translation>用来打开 {file}</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Or the code on the recovery sheet</source>
        <translation>也可以输入恢复单上的恢复码</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>WaitingColumn</name>
    <message>
        <source>Talking now</source>
        <translation>正在接待</translation>
    </message>
    <message>
        <source>Somebody not on the list</source>
        <translation>接待没有登记的客户</translation>
    </message>
    <message>
        <source>My tasks</source>
        <translation>我的待办</translation>
    </message>
    <message>
        <source>No event today</source>
        <translation>今天没有活动</translation>
    </message>
    <message>
        <source>Table {place}</source>
        <translation>{place} 桌</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>等候 {count} 位</translation>
    </message>
    <message>
        <source>Goal {count} min</source>
        <translation>目标 {count} 分钟</translation>
    </message>
    <message>
        <source>I am back</source>
        <translation>我回来了</translation>
    </message>
    <message>
        <source>Leave for a while</source>
        <translation>离开一会儿</translation>
    </message>
    <message>
        <source>You are away: nobody is sent to you</source>
        <translation>您已离开，不再派客户给您</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>再叫一次</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>未到场</translation>
    </message>
    <message>
        <source>Take over: {name}</source>
        <translation>接过来：{name}</translation>
    </message>
    <message>
        <source>Call: {name}</source>
        <translation>叫号：{name}</translation>
    </message>
    <message>
        <source>Next: {name}</source>
        <translation>下一位：{name}</translation>
    </message>
    <message>
        <source>Seated: {name}</source>
        <translation>已入座：{name}</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>没有人等候</translation>
    </message>
    <message>
        <source>End this talk first (F9)</source>
        <translation>请先结束这次接待 (F9)</translation>
    </message>
    <message>
        <source>A client without a name</source>
        <translation>未留姓名的客户</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>派给您的</translation>
    </message>
    <message>
        <source>For nobody yet</source>
        <translation>还没有派</translation>
    </message>
    <message>
        <source>Other tables</source>
        <translation>别的桌</translation>
    </message>
    <message>
        <source>Called {time}</source>
        <translation>已叫号 {time}</translation>
    </message>
    <message>
        <source>Wants an executive</source>
        <translation>想见高管</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
</context>
<context>
    <name>WalkInPage</name>
    <message>
        <source>Please leave a name, so that we can call you</source>
        <translation>请留个称呼，方便我们叫您</translation>
    </message>
    <message>
        <source>Pinyin will do</source>
        <translation>写拼音也可以</translation>
    </message>
    <message>
        <source>We cannot read this number. You may also leave it out</source>
        <translation>号码没有看懂，也可以不留</translation>
    </message>
    <message>
        <source>You may leave it out</source>
        <translation>可以不留</translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation>怎么称呼您？</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>How many of you, yourself included?</source>
        <translation>一共几位（含您自己）</translation>
    </message>
    <message>
        <source>Chinese input</source>
        <translation>中文输入</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
</context>
<context>
    <name>WorkFlow</name>
    <message>
        <source>{number}: now {state}</source>
        <translation>{number} 现在：{state}</translation>
    </message>
    <message>
        <source>{count} concerns: now {state}</source>
        <translation>{count} 件{state}</translation>
    </message>
    <message>
        <source>{count} not done, see why beside the list</source>
        <translation>{count} 件没有办成，原因在右侧</translation>
    </message>
    <message>
        <source>Noted. The words of the reminder for {number} are copied: paste them into the chat</source>
        <translation>已记下。{number} 的催签话已复制，粘贴到群里即可</translation>
    </message>
    <message>
        <source>Noted. {count} reminders are copied: paste them into the chat</source>
        <translation>已记下。{count} 条催签话已复制，粘贴到群里即可</translation>
    </message>
    <message>
        <source>Table (*.xlsx);;Text (*.csv)</source>
        <translation>表格 (*.xlsx);;文本 (*.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>concerns</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>{count} concerns are in {file}</source>
        <translation>{count} 件诉求已写入 {file}</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>派单函</translation>
    </message>
    <message>
        <source>{file}: {pages} pages</source>
        <translation>{file}：{pages} 页</translation>
    </message>
    <message>
        <source>Department&apos;s sheet</source>
        <translation>部门办理表</translation>
    </message>
    <message>
        <source>Filled-in sheet</source>
        <translation>填好的表</translation>
    </message>
    <message>
        <source>Table (*.xlsx *.csv)</source>
        <translation>表格 (*.xlsx *.csv)</translation>
    </message>
</context>
<context>
    <name>WorkListPage</name>
    <message>
        <source>No concerns yet</source>
        <translation>还没有诉求</translation>
    </message>
    <message>
        <source>Every sentence written down in a talk appears here.</source>
        <translation>接待时记下的每一句，会出现在这里。</translation>
    </message>
    <message>
        <source>All {count} open ones are within their time.</source>
        <translation>全部 {count} 件都在时限内。</translation>
    </message>
    <message>
        <source>Nothing is pressing</source>
        <translation>没有重点诉求</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>这里看一件诉求</translation>
    </message>
    <message>
        <source>The client&apos;s words and the story of a concern appear here.</source>
        <translation>左边有了诉求，客户原话和办理经过就在这里。</translation>
    </message>
    <message>
        <source>remind</source>
        <translation>催签</translation>
    </message>
    <message>
        <source>up and down</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>pick out</source>
        <translation>选中</translation>
    </message>
    <message>
        <source>dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>这里没有</translation>
    </message>
    <message>
        <source>No concern fits this view.</source>
        <translation>没有符合的诉求。</translation>
    </message>
    <message>
        <source>Show all open</source>
        <translation>看全部</translation>
    </message>
</context>
<context>
    <name>WorkTable</name>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>In the client&apos;s words</source>
        <translation>客户原话</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>WorkTools</name>
    <message>
        <source>Sheet for {department}, {count}</source>
        <translation>{department}的表，{count} 件</translation>
    </message>
    <message>
        <source>Take in a filled-in sheet</source>
        <translation>收回部门填好的表</translation>
    </message>
    <message>
        <source>First</source>
        <comment>view</comment>
        <translation>重点</translation>
    </message>
    <message>
        <source>Watch</source>
        <comment>view</comment>
        <translation>督办</translation>
    </message>
    <message>
        <source>All open</source>
        <comment>view</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>view</comment>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Callback</source>
        <comment>view</comment>
        <translation>待回访</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>view</comment>
        <translation>已结束</translation>
    </message>
    <message>
        <source>{count} not yet closed</source>
        <translation>{count} 件未闭环</translation>
    </message>
    <message>
        <source>No area yet</source>
        <translation>未分类别</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Words, number, client, room</source>
        <translation>原话、编号、姓名、房号</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>部门办理表</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部部门</translation>
    </message>
</context>
<context>
    <name>WrittenCard</name>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Write on</source>
        <translation>接着写</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day}前</translation>
    </message>
    <message>
        <source>We answer in writing</source>
        <translation>我们将书面答复</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Needs authority</source>
        <translation>需授权</translation>
    </message>
</context>
<context>
    <name>_Codes</name>
    <message>
        <source>Scan these, or photograph one and show the telephone</source>
        <translation>扫这些码；或用手机拍下一个，出示给签到台</translation>
    </message>
    <message>
        <source>On the list</source>
        <translation>在名单上</translation>
    </message>
    <message>
        <source>Invitation taken back</source>
        <translation>邀请已收回</translation>
    </message>
    <message>
        <source>Of another event</source>
        <translation>另一场活动的</translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation>不在名单上</translation>
    </message>
</context>
<context>
    <name>_HowCard</name>
    <message>
        <source>What happens</source>
        <translation>彩排怎样进行</translation>
    </message>
    <message>
        <source>Invented people come with codes of their own; some twice, some with a wrong one, some with none.</source>
        <translation>虚构的客户带着自己的码来；有的来两次，有的拿错码，有的没有码。</translation>
    </message>
    <message>
        <source>Every one of them takes the same way as a real guest: code, answer, number, ticket, call.</source>
        <translation>每一位都走真客户走的路：扫码、答复、取号、小票、叫号。</translation>
    </message>
    <message>
        <source>The place, the hours and the tables are this event&apos;s. No client and no name of ours is used.</source>
        <translation>地点、时间、桌位用这场活动的；不用任何真实客户，也不用我们的人名。</translation>
    </message>
    <message>
        <source>It runs in a folder of its own and is deleted afterwards; the real data are not touched.</source>
        <translation>在单独的文件夹里进行，结束就全部删除；真实数据一个字也不动。</translation>
    </message>
</context>
<context>
    <name>_KioskParts</name>
    <message>
        <source>No code? Find your name</source>
        <translation>没带码？用姓名查找</translation>
    </message>
    <message>
        <source>No invitation</source>
        <translation>没有收到邀请</translation>
    </message>
    <message>
        <source>Ask our staff</source>
        <translation>请工作人员</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>用姓名查找</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎您</translation>
    </message>
</context>
<context>
    <name>_OfficeParts</name>
    <message>
        <source>Qinting</source>
        <translation>亲听</translation>
    </message>
    <message>
        <source>Qinghe · Office</source>
        <translation>青禾里 · 办公室</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>In the client&apos;s words</source>
        <translation>客户是这样说的</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天回访</translation>
    </message>
    <message>
        <source>Water above the parking space</source>
        <translation>地库车位上方渗水，第三次重办</translation>
    </message>
    <message>
        <source>Shen Yinuo</source>
        <translation>沈一诺</translation>
    </message>
    <message>
        <source>Wind through the north window</source>
        <translation>北边小房间窗户关上了还有风</translation>
    </message>
    <message>
        <source>Chen Zhixia</source>
        <translation>陈知夏</translation>
    </message>
    <message>
        <source>The wall came forward</source>
        <translation>玄关墙往前推了，柜子放不下</translation>
    </message>
    <message>
        <source>Gu Nanqiao</source>
        <translation>顾南乔</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>研发</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>Saved 10:02:41</source>
        <translation>已保存 10:02:41</translation>
    </message>
    <message>
        <source>3 to be sent</source>
        <translation>3 条待发送</translation>
    </message>
    <message>
        <source>Desk 2 · 8 s ago</source>
        <translation>签到台 2 · 8 秒前</translation>
    </message>
    <message>
        <source>Saturday 16 May, 10:02</source>
        <translation>5月16日 周六&#x3000;10:02</translation>
    </message>
</context>
</TS>
