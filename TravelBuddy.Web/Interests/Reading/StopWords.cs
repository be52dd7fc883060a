namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Folded words that say nothing of a wish by themselves, so that what is left over of a text is worth keeping.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words = [.. """
        a about above accept aged actually arrive arrives arriving arrival add advance after again all alone along already also alright altogether always am amazing an and another any anything anyone anywhere approximately are area around as asap ask at
        available away awesome back be beautiful because been before being below best better between big both bring bringing budget but buy by can cannot cant cheap check choose city come comfort cool cost could country couple
        day days dear did do does doing done don dont down driver driving during each early eat eating either else english enjoy enough even ever every everyone everything exactly except excellent expensive experience explore family fantastic far few find fine
        firm first flexible food for free friend friends from fully former fun general get getting give go going good great group grown guide had happy has have having he hello help her here home hey hi him his holiday hope hotel hour hours how hurry
        i idea ideas if in include included including information instead interested interesting into is it its just keep kind know land landing lands last late later least leave leaving left less let like little live local long look looking lot lots love lovely loves luxury
        made make many matter max maybe me meal meals mean mind message messages mid min mine minimum month months more morning most mostly move much must my myself near nearby necessary need needs never new next nice night nights now number
        of off offer offers ok okay old on once one ones only open option options or other others our out over own package packages pay peace people per perfect perhaps problem problems pls person place places plan planning please plus possible possibly prefer preferably price probably
        quite rather ready really reasonable recommend relax relaxing romantic rough roughly same see seeing several she short should show since sit sitting six small so some somebody someone something sometimes somewhere soon sort spend spot spots start starting stay staying still stuff style such surroundings suggest suggestion suggestions suitable sure
        take taking tell than thank thanks that the their them then there these they thing things think this those though through time to today together tomorrow tonight too total tour tours towards travel traveler traveling traveller travelling trip trips try two
        until up us use usd using usually vacation very via vietnam vietnamese viet nam visit visiting visa vnd want wanted wants was way we weather week weekend weeks well were what when where whichever wherever whatever which while who whole why will wish with within wonderful would year years yes you your yours
        s t m ve ll re d o bat buoc strictly son ourselves myself nothing ride riding book booking
        three four five seven eight nine ten
        ai anh ao ba ban bang bao bay be bi bo bon buoi ca cac cai can cao cau chac cham chao chi chieu cho choi chon chu chua chung chuyen co con cua cung cuoi cuc dang danh dat dau day de dem den di dia dich diem do doan doi don dong du dua dung duoc duoi em
        gan gap gi gia gio gioi giua giup goi goi gom hai han hang hay het hoac hoi hom hon hop ke khach khac khi kho khoang khoi khu kiem kien kieu kinh la lai lam lan lau lay len lich lieu lo loai luon mai mat may mien minh moi mon mot mua muc muon nam nao nay nen neu ngan ngay nghe nghi nguoi nha nhat nhau nhe nhieu nho nhom nhu nhung noi nua o on phai phan phi phuong
        qua quan quanh ra rat re roi rong sach san sang sao sap sau so tai tam tap tat tau tham them thang thay the theo thi thich thich thiet thoi thu thuc tien tim tinh to toan toi tot tour tra trai tren tri trieu tro trong truoc tu tuan tung tuoi tuyen tuyet uong ung va van vao ve vi viec viet voi vua vui xa xe xem xep xin xuat xuong y yeu ngan trieu dong quanh trong khoang
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    public static bool Contains(string folded) => Words.Contains(folded);
}
