from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from db.errors import StoreTrouble
from desktop.tokens.image import qr_matrix, qr_png

TOKEN = "QT7K2AABCDEFGHIJKLMNOP23"


@pytest.mark.parametrize("text", [TOKEN, "青-05-7K2A-0021"])
def test_a_picture_of_a_code_is_read_back(tmp_path: Path, text: str) -> None:
    out = tmp_path / "code.png"
    qr_png(text, out, module_px=4, caption="陈知夏 女士 · 6 栋 2 单元 1201 · 123 4567 · 到场请出示此码")
    with Image.open(out) as image:
        found = zxingcpp.read_barcodes(image)
        assert [code.text for code in found] == [text]
        assert found[0].ec_level == "Q"
        assert image.size == (33 * 4, 33 * 4 + 20)


def test_a_token_takes_version_two() -> None:
    matrix = qr_matrix(TOKEN)
    assert len(matrix) == 25
    assert {len(row) for row in matrix} == {25}
    assert matrix[0][:8] == (True,) * 7 + (False,)


def test_the_same_code_gives_the_same_picture(tmp_path: Path) -> None:
    first, second = tmp_path / "a.png", tmp_path / "b.png"
    qr_png(TOKEN, first)
    qr_png(TOKEN, second)
    assert first.read_bytes() == second.read_bytes()


def test_a_picture_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble) as told:
        qr_png(TOKEN, tmp_path / "nowhere" / "code.png")
    assert told.value.code == "image_not_written"
