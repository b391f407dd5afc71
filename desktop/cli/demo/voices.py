"""What clients of a site open day say: short and long, angry and kind; invented, in their own voice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """One concern as it is taken down.

    `promise` is what was promised, within how many days, by which department; no `answer` means that nobody could
    answer on the spot. `later` is what the client adds the next day. `road` names how far the concern gets.
    """

    words: str
    type: str
    area: str
    department: str
    place: str = ""
    wish: str = ""
    answer: str = ""
    promise: tuple[str, int, str] | None = None
    later: str = ""
    road: str = ""


PRODUCT, ENGINEERING, SERVICE, SUPPORT = (
    "product_quality", "engineering_quality", "service_quality", "organisation_support",
)  # fmt: skip

VOICES: tuple[Voice, ...] = (
    Voice(
        "客厅开间比样板间窄了一截，我拿卷尺量的，差了快八公分，你们自己来量。", "complaint", PRODUCT,
        "research_design", "客厅", "给个说法，差的面积怎么算",
        "样板间是拆改后的尺寸，合同附图为准；我们带测绘单位到您家实测。",
        ("测绘单位到户实测并出书面数据", 7, "research_design"), road="accepted"
    ),
    Voice(
        "窗户关上还是呜呜响，坐在沙发上脖子后面凉飕飕的。你们说合格，合格是你们的合格，冷的是我。", "repair",
        ENGINEERING, "engineering", "客厅推拉窗", "装好以后来我家坐十分钟，自己感受",
        "密封条压得不够，先调锁点，再看要不要换胶条。", ("调整锁点、更换胶条后请客户复验", 10, "engineering"),
        road="dispatched"
    ),
    Voice(
        "工地比我想的干净，材料也码得齐，带我们看的小伙子讲得清楚，不懂就说不懂，这点好。", "praise", SUPPORT,
        "client_relations", "6 栋现场", answer="谢谢您，我们转告现场的同事。", road="on_site"
    ),
    Voice(
        "电梯等得太久！二十六层的楼就两部梯，早上上班怎么办？", "complaint", PRODUCT, "research_design",
        "标准层电梯厅", "交房前算一算早高峰要等几分钟", "配置按规范做的，早高峰的等候时间我们请厂家出一份计算给您。",
        ("提供早高峰电梯等候计算书", 14, "research_design"), road="accepted"
    ),
    Voice(
        "卫生间那个地漏，水往门口流，不往地漏流。", "repair", ENGINEERING, "engineering", "次卫", "重新找坡",
        "现在是毛坯面，面层还没做；面层找坡后我们做排水试验。",
        ("面层完成后做排水试验并拍视频给客户", 20, "engineering"), road="dispatched"
    ),
    Voice(
        "我想问一下，阳台能不能封？别人家封了我们不封，下雨全飘进来。", "inquiry", SUPPORT, "property", "阳台",
        answer="可以按统一样式封，交房后到物业登记，图样今天就给您一份。"
    ),
    Voice(
        "上次打客服热线，听了十分钟音乐，最后挂了。我就想问个交房时间。", "complaint", SERVICE, "client_relations",
        wish="别让人干等，接不了就回电", answer="给您道歉。今天起您有专门的对接人，电话写在回执上。",
        promise=("热线 10 分钟内未接通的当天回电", 5, "client_relations"), road="dispatched"
    ),
    Voice(
        "楼间距是够，可是我家对面那户的厨房正对着我家卧室，窗帘一天到晚不敢拉开。", "suggestion", PRODUCT,
        "research_design", "东侧次卧", "能不能装一段磨砂玻璃",
        "可以给您这一侧下半扇换压花玻璃，我们出个样子请您看。"
    ),
    Voice(
        "孩子九月要上学，你们当初说旁边那个小学，到底划没划过来？一问就说快了快了，都快两年了。", "complaint",
        SUPPORT, "marketing", wish="有没有文件，给我看一眼",
        later="刚问了街道，街道说今年没有这个计划，你们再去核实一下。"
    ),
    Voice(
        "地库的车位宽度不对吧？我那辆车停进去，旁边要是有车我就下不来。", "complaint", PRODUCT, "research_design",
        "地下一层 B 区", "调一个不靠柱子的", "靠柱子的车位确实紧，我们先做一张全部靠柱车位的清单。",
        ("给出可调换的车位清单", 10, "marketing"), road="accepted"
    ),
    Voice(
        "入户门的锁太难用了，我妈七十多了，手指头按三次都进不去。", "help", PRODUCT, "engineering", "入户门",
        "换成能刷卡的", "这把锁支持卡，现场给您配两张。"
    ),
    Voice(
        "你们讲的我都录音了。不是不信你们，是上一次的承诺没人认。", "complaint", SERVICE, "client_relations",
        wish="今天说的写下来，签字", answer="今天说的每一条都写在这张表上，您签字，我也签字。"
    ),
    Voice(
        "样板间的柜子我很喜欢，可是说明书上没写尺寸，能发我一份图吗？", "inquiry", PRODUCT, "research_design",
        "玄关柜", answer="可以，图今天发到您登记的号码。"
    ),
    Voice(
        "楼上装修从早上七点砸到晚上八点，物业来了一趟，说已经提醒了，人走了接着砸。", "complaint", SERVICE,
        "property", "一期 3 栋", "周末和中午不要动工",
        "装修时间写在公约里：工作日八点到十二点、两点到六点。我们当面去谈。",
        ("与装修户签时间承诺，张贴在楼道", 3, "property"), road="in_progress"
    ),
    Voice(
        "小区门口那个坡，一下雨推婴儿车直打滑。", "suggestion", ENGINEERING, "engineering", "南门坡道", "贴防滑条",
        "先铺防滑垫，月底换防滑砖。", ("换防滑砖", 25, "engineering"), road="dispatched"
    ),
    Voice(
        "谢谢你们让我们进来看。我在工地干过二十年，钢筋绑得规矩，保护层也够，回去我能睡着觉了。", "praise",
        ENGINEERING, "engineering", "6 栋 12 层", answer="您这句话比什么都重，我们请班组长来跟您握个手。",
        road="on_site"
    ),
    Voice(
        "贷款批下来三个月了，合同还没还给我，问谁谁都说在流程里。", "complaint", SERVICE, "marketing",
        wish="告诉我现在卡在谁手上", answer="我今天查清卡在哪一步，直接给您打电话。",
        promise=("查明合同所在并电话告知", 2, "marketing"), road="dispatched"
    ),
    Voice(
        "厨房烟道是不是歪的？我站在那儿看，上下对不齐，油烟机装上去会不会漏风？", "repair", ENGINEERING,
        "engineering", "厨房烟道", "找人用靠尺量一量", road="accepted"
    ),
    Voice(
        "能不能给顶楼加一层保温？去年朋友家顶楼夏天四十度，空调开着都没用。", "suggestion", PRODUCT,
        "research_design", "屋面", answer="屋面保温按节能标准做了，厚度和材料单给您看。要不要再加，我们算了再答。"
    ),
    Voice(
        "我不要赔偿，我就要一句实话：到底能不能按时交？", "inquiry", SUPPORT, "engineering", wish="给一个日子",
        answer="合同日子是十二月三十一日，今天的进度比计划晚四天，雨季的时间已经算进去。我保证每月给您一次进度。",
        promise=("每月发一次进度照片", 30, "client_relations")
    ),
    Voice(
        "儿童活动的地方全是硬地，磕一下就是一块青，别的小区都铺软的。", "suggestion", PRODUCT, "research_design",
        "中心花园", "铺软地垫", "二期已改为塑胶地面，图今天带来了，您看这一张。"
    ),
    Voice(
        "你们的保安挺好，上次我家老人摔了，人家背着送到门口。名字我没记住，瘦瘦高高的。", "praise", SERVICE,
        "property", "一期东门", answer="我们去找到他，把您的话带到。", later="想起来了，姓葛，早班的。",
        road="on_site"
    ),
    Voice(
        "空调外机位那么小，三匹的根本放不进去，放进去也散不了热。", "complaint", PRODUCT, "research_design",
        "设备平台", "给一个能放得下的办法", "机位净宽 1.05 米，三匹的要挑薄款；尺寸和可用型号列一张表给您。",
        ("提供可用外机型号表", 7, "research_design"), road="accepted"
    ),
    Voice(
        "墙上那条缝，从窗角斜着一直到顶，你们说是抹灰的缝，我不放心。", "repair", ENGINEERING, "engineering",
        "次卧窗角", "请第三方来看", "先凿开一段看到结构面，您在场；要是结构的缝，马上请检测单位。",
        ("凿开查看并出书面结论", 3, "engineering"), later="昨天又去看了，缝还是那么宽，没有变大。",
        road="in_progress"
    ),
    Voice(
        "交房要交哪些钱，能不能一次说清楚？别到时候一项一项往外掏。", "inquiry", SERVICE, "marketing",
        answer="清单给您：维修资金、物业费、契税，金额和收的人都写在上面，没有别的。"
    ),
    Voice(
        "公摊怎么算的，我算了三遍都对不上。", "inquiry", PRODUCT, "marketing", wish="把算法写给我",
        answer="测绘报告里有分摊表，我们约测绘的人给您一项一项讲。", promise=("约测绘单位当面讲解", 10, "marketing")
    ),
    Voice(
        "跟你们的人约了三回，三回都换人，每回我都从头讲一遍。累。", "complaint", SERVICE, "client_relations",
        wish="固定一个人", answer="从今天起固定一位，名字和电话在回执上，换人必须先告诉您。", road="in_progress"
    ),
    Voice(
        "雨棚的水正好滴在我家阳台栏杆上，滴滴答答一夜，睡不着。", "repair", ENGINEERING, "engineering",
        "一期 2 栋阳台", "做个滴水线", "做滴水线，顺便把同一列的都看一遍。", ("加做滴水线", 8, "engineering"),
        road="dispatched"
    ),
    Voice(
        "花园里能不能多种点树，少摆点石头？夏天没有一块阴凉。", "suggestion", PRODUCT, "research_design", "中心花园",
        answer="原设计是二十六棵大树，您这个意见我们再加一轮，种植图出来请您来看。"
    ),
    Voice(
        "我在外地上班，回来一趟不容易，你们下次开放日能不能放在周末下午？", "suggestion", SERVICE,
        "client_relations", answer="可以，下一次定在周六下午，单独发信息给您。"
    ),
    Voice(
        "消防通道那里堆着料，真着了火跑不出来，你们自己看看去。", "complaint", ENGINEERING, "engineering",
        "5 栋东侧", "今天就清", "您说得对，我现在打电话，两小时内清，清完拍照给您。", road="dispatched"
    ),
    Voice(
        "精装的马桶是什么牌子，合同上写“同等品牌”，同等是谁跟谁同等？", "inquiry", PRODUCT, "marketing", "主卫",
        "写明牌子和型号", "“同等”不能由我们一家说了算。换的话先书面告诉您，您同意了才换。"
    ),
    Voice(
        "我听不太清，你们讲慢一点，大声一点。别的没什么，挺好的。", "help", SERVICE, "client_relations",
        answer="好，我坐近一点，慢慢说，说完给您一份大字的。"
    ),
    Voice(
        "群里都在传二期要改成公寓，是真的吗？大家都慌得很。", "inquiry", SUPPORT, "marketing",
        answer="没有这件事。规划图在门口，盖着章，您可以拍照发到群里。",
        later="照片我发到群里了，大家说想要一份文字的。"
    ),
    Voice(
        "宽带只有一家能装，凭什么？", "complaint", SUPPORT, "property", wish="三家都能进",
        answer="三家的管道都留了，已经发函请另外两家进场，进度两周答复您一次。", road="accepted"
    ),
)  # fmt: skip
