<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>Field</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
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
        <source>In the client's words</source>
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
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
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
        <source>In the client's words</source>
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
        <translation>5月16日 周六　10:02</translation>
    </message>
</context>
</TS>
