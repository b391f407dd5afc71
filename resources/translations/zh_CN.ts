<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AfterPage</name>
    <message>
        <source>Keep the client&apos;s copy (PDF)</source>
        <translation>存客户联 (PDF)</translation>
    </message>
    <message>
        <source>The client has left</source>
        <translation>客户已离开</translation>
    </message>
    <message>
        <source>Kept as {file}</source>
        <translation>已存为 {file}</translation>
    </message>
    <message>
        <source>Recorded: {count}</source>
        <translation>已记下 {count} 条诉求</translation>
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
    <name>ClockWords</name>
    <message>
        <source>{days} d late</source>
        <translation>逾期 {days} 天</translation>
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
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{days} d left</source>
        <translation>剩 {days} 天</translation>
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
        <source>Save, next</source>
        <translation>保存，下一条</translation>
    </message>
    <message>
        <source>Write down what the client said</source>
        <translation>请先写下客户的原话</translation>
    </message>
    <message>
        <source>Choose a type first: Alt+1 to Alt+{last}</source>
        <translation>请先选类型：Alt+1 到 Alt+{last}</translation>
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
        <source>Settled: {field}</source>
        <translation>已定：{field}</translation>
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
        <source>What and where</source>
        <translation>哪一处</translation>
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
        <source>Until then “{value}” is shown: it was written last.</source>
        <translation>定下之前，显示较后改的“{value}”。</translation>
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
        <source>written last</source>
        <translation>后改</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁改的</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>哪台</translation>
    </message>
    <message>
        <source>When</source>
        <translation>什么时候</translation>
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
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Covered</source>
        <translation>已遮屏，揭开按</translation>
    </message>
</context>
<context>
    <name>EventFlow</name>
    <message>
        <source>The event is there. Next: import its client list</source>
        <translation>活动建好了。下一步：导入客户名单</translation>
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
        <source>No event yet</source>
        <translation>还没有活动</translation>
    </message>
    <message>
        <source>Everything begins with one: fill in the form at the right.</source>
        <translation>从这里开始：在右边填一场活动。</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新建活动</translation>
    </message>
    <message>
        <source>such as 2026-05-23 09:00</source>
        <translation>如 2026-05-23 09:00</translation>
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
        <source>{count} packages taken in: {added} rows added, {changed} changed, {conflicts} to settle</source>
        <translation>合并了 {count} 个：新增 {added} 行，变更 {changed} 行，待核对 {conflicts} 处</translation>
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
        <source>Only what is new</source>
        <translation>只含新内容</translation>
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
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
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
        <source>Known</source>
        <translation>已收过</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可合并</translation>
    </message>
    <message>
        <source>Not taken in: {file}</source>
        <translation>未接收的文件：{file}</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>移开</translation>
    </message>
    <message>
        <source>The fingerprint is the same: trust it</source>
        <translation>指纹一致，信任它</translation>
    </message>
    <message>
        <source>{count} with this one</source>
        <translation>含本机 {count} 台</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
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
        <translation>高管手记</translation>
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
        <source>Trusted</source>
        <translation>已信任</translation>
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
    <name>FrontPage</name>
    <message>
        <source>{desk} · All set</source>
        <translation>{desk} · 一切就绪</translation>
    </message>
    <message>
        <source>Back in {seconds} s · the next client can scan now</source>
        <translation>{seconds} 秒后返回 · 下一位可以直接扫码</translation>
    </message>
    <message>
        <source>{time} · Result {code} · {desk}</source>
        <translation>{time} · 核验结果 {code} · {desk}</translation>
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
    <name>HomePage</name>
    <message>
        <source>To do today</source>
        <translation>今日待办</translation>
    </message>
    <message>
        <source>Click to open</source>
        <translation>点开看全文</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>In the client&apos;s words</source>
        <translation>原话</translation>
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
        <source>Came / invited</source>
        <translation>到访 / 受邀</translation>
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
        <source>{count} late</source>
        <translation>过期 {count} 条</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>past their day</source>
        <translation>过了办结期限</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退单待重派</translation>
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
        <source>ask the client</source>
        <translation>请客户说一句</translation>
    </message>
    <message>
        <source>Promises open</source>
        <translation>未兑现的承诺</translation>
    </message>
    <message>
        <source>none late</source>
        <translation>都没有过期</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>between devices</source>
        <translation>设备之间</translation>
    </message>
</context>
<context>
    <name>HostFlow</name>
    <message>
        <source>Client&apos;s copy</source>
        <translation>客户联</translation>
    </message>
    <message>
        <source>Keep the client&apos;s copy</source>
        <translation>存客户联</translation>
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
        <source>Promise</source>
        <translation>承诺</translation>
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
        <source>Begin with the next client</source>
        <translation>接待下一位</translation>
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
        <source>Write a promise</source>
        <translation>写承诺</translation>
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
        <source>The client&apos;s copy, after the talk</source>
        <translation>接待结束后，存客户联</translation>
    </message>
    <message>
        <source>Talks, my promises</source>
        <translation>今日接待、我的承诺</translation>
    </message>
    <message>
        <source>Promises: down, up, kept</source>
        <translation>承诺：下一条、上一条、已兑现</translation>
    </message>
</context>
<context>
    <name>HostWindow</name>
    <message>
        <source>Qinting, notes of the host</source>
        <translation>亲听 · 高管手记</translation>
    </message>
    <message>
        <source>Works without a network</source>
        <translation>没有网络也照常使用</translation>
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
</context>
<context>
    <name>ImportCheck</name>
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
        <source>{count} rows stay out for now</source>
        <translation>{count} 行有问题，先不导入</translation>
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
        <source>Rows that cannot come in</source>
        <translation>不能导入的行（可在此改）</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>第 {row} 行</translation>
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
        <source>Columns</source>
        <translation>对应栏目</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>不导入</translation>
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
    <name>KeysPage</name>
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
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Qinting</source>
        <translation>亲听</translation>
    </message>
</context>
<context>
    <name>Loading</name>
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
    <name>Notice</name>
    <message>
        <source>OK</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>OfficeFlow</name>
    <message>
        <source>Qinting</source>
        <translation>亲听</translation>
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
        <source>Client lists</source>
        <translation>客户导入</translation>
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
        <source>Works without a network</source>
        <translation>不联网也能用</translation>
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
    <message>
        <source>feedback forms</source>
        <translation>意见反馈表</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>活动总结</translation>
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
    <message>
        <source>{said}; no face has these characters: {missing}</source>
        <translation>{said}；这些字没有字形：{missing}</translation>
    </message>
</context>
<context>
    <name>OutputPage</name>
    <message>
        <source>Event</source>
        <translation>活动</translation>
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
    <name>PapersPage</name>
    <message>
        <source>Papers</source>
        <translation>纸质文件</translation>
    </message>
    <message>
        <source>Feedback forms</source>
        <translation>意见反馈表</translation>
    </message>
    <message>
        <source>One page for each client: empty before the talk, filled after it. The number stays the same.</source>
        <translation>每位客户一页：接待前是空白表，接待后自动填好，编号不变。</translation>
    </message>
    <message>
        <source>Make the forms (PDF)</source>
        <translation>生成反馈表 (PDF)</translation>
    </message>
    <message>
        <source>Summary of the event</source>
        <translation>活动总结</translation>
    </message>
    <message>
        <source>Figures, charts, every concern and promise. For internal use.</source>
        <translation>数字、图表、每一件诉求与承诺。内部资料。</translation>
    </message>
    <message>
        <source>Make the summary (PDF)</source>
        <translation>生成总结 (PDF)</translation>
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
        <source>Open</source>
        <translation>未定</translation>
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
        <source>{count} more, please press another letter</source>
        <translation>还有 {count} 位，请再按一个字母</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Building {building}</source>
        <translation>{building} 栋</translation>
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
        <translation>{name}（{other} 代录）</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
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
        <source>More to tell</source>
        <translation>补充更多</translation>
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
        <source>{name} receives</source>
        <translation>{name} 接待</translation>
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
    <name>TasksPage</name>
    <message>
        <source>Talks today</source>
        <translation>今日接待</translation>
    </message>
    <message>
        <source>My promises</source>
        <translation>我的承诺</translation>
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
        <source>{count} d late</source>
        <translation>过期 {count} 天</translation>
    </message>
    <message>
        <source>Kept: {text}</source>
        <translation>已兑现：{text}</translation>
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
    <name>WaitingColumn</name>
    <message>
        <source>Somebody not on the list</source>
        <translation>接待没有登记的客户</translation>
    </message>
    <message>
        <source>My promises</source>
        <translation>我的承诺</translation>
    </message>
    <message>
        <source>No event today</source>
        <translation>今天没有活动</translation>
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
        <source>Next: {name}</source>
        <translation>下一位：{name}</translation>
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
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
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
        <source>We only note your name, to call you. A phone number is optional</source>
        <translation>我们只记下称呼，用来叫您。您可以不留电话</translation>
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
</context>
<context>
    <name>WorkListPage</name>
    <message>
        <source>{count} not yet closed</source>
        <translation>{count} 件未闭环</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Words, number, client</source>
        <translation>原话、编号、客户</translation>
    </message>
    <message>
        <source>First</source>
        <translation>重点</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部部门</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>In the client&apos;s words</source>
        <translation>原话</translation>
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
        <source>up and down</source>
        <translation>上下</translation>
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
        <source>Promise</source>
        <translation>承诺</translation>
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
